//! The server as those who ask it see it.

use joint_meeting::charters;

use super::*;

/// A server on a port of its own, with a file of its own, which is gone with it.
struct Server {
    folder: std::path::PathBuf,
    address: String,
    described: Value,
}

impl Server {
    async fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("records-server-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let bodies = Arc::new(OpenBodies::new(Sqlite::open(folder.join("records.db")).unwrap(), 9));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async { axum::serve(listener, server(bodies)).await.unwrap() });
        let mut it = Self { folder, address, described: Value::Null };
        let (status, described) = it.sent("GET", "/openapi.json", &[], b"").await;
        assert_eq!(status, 200);
        it.described = serde_json::from_str(&described).unwrap();
        it
    }

    /// Asks over HTTP. What the server answers with is in its description.
    async fn asked(&self, what: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> (u16, String) {
        let (method, path) = what.split_once(' ').unwrap();
        let (status, said) = self.sent(method, path, headers, body.as_ref()).await;
        let mut parts: Vec<&str> = path.split('/').collect();
        if parts.len() > 2 {
            parts[2] = "{body}";
        }
        let described = &self.described["paths"][parts.join("/")][method.to_lowercase()]["responses"];
        assert!(described[status.to_string()].is_object(), "{what}: {status} is not described: {described}");
        (status, said)
    }

    async fn sent(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> (u16, String) {
        let mut request =
            axum::http::Request::builder().method(method).uri(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.to_vec()).unwrap();
        spawn_blocking(move || {
            let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
            let mut response = agent.run(request).unwrap();
            (response.status().as_u16(), response.body_mut().read_to_string().unwrap())
        })
        .await
        .unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

const FOUNDING: &str = r#"{"act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1,
    "holders": [{"post": "deputy-head", "person": "p1"}]}, "by": "p1", "at": "2022-04-21T09:00:00+08:00"}"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_body_is_begun_asked_and_handed_out() {
    let server = Server::new("begun").await;
    let charter = charters::get("nankai-dog-2022").unwrap();
    assert_eq!(server.asked("POST /bodies/dogs", &[], charter).await.0, 201);
    assert_eq!(server.asked("POST /bodies/dogs", &[], charter).await.0, 409);
    assert_eq!(server.asked("POST /bodies/Dogs", &[], charter).await.0, 400);
    assert_eq!(server.asked("POST /bodies/cats", &[], "{}").await.0, 400);

    let to = "POST /bodies/dogs/submissions";
    assert_eq!(server.asked(to, &[], FOUNDING).await.0, 403, "nobody is logged in");
    assert_eq!(server.asked(to, &[("x-person", "p2")], FOUNDING).await.0, 403);
    assert_eq!(server.asked(to, &[("x-person", "p1")], "{").await.0, 400);
    let with_key = [("x-person", "p1"), ("idempotency-key", "founding")];
    let (status, entry) = server.asked(to, &with_key, FOUNDING).await;
    assert_eq!(status, 201, "{entry}");
    assert_eq!(server.asked(to, &with_key, FOUNDING).await, (201, entry), "a retry is a retry");
    let (status, refused) = server.asked(to, &with_key[..1], FOUNDING).await;
    assert_eq!(status, 422);
    assert!(refused.contains("\"words\""), "{refused}");

    let (status, owed) = server.asked("POST /bodies/dogs/questions", &[], r#"{"entries": {}}"#).await;
    assert_eq!((status, serde_json::from_str::<Value>(&owed).unwrap().as_array().unwrap().len()), (200, 1));
    assert_eq!(server.asked("POST /bodies/dogs/questions", &[], "{}").await.0, 400);
    let (_, journal) = server.asked("GET /bodies/dogs/journal", &[], "").await;
    let head = joint_meeting::journal::verify(&journal, None).unwrap();
    let (_, heads) = server.asked("GET /heads", &[], "").await;
    assert_eq!(serde_json::from_str::<Value>(&heads).unwrap(), json!({"dogs": head}));
    assert_eq!(server.asked("GET /bodies/cats/journal", &[], "").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn clerks_at_once_each_enter_what_they_were_told_is_entered() {
    let server = Arc::new(Server::new("clerks").await);
    server.asked("POST /bodies/dogs", &[], charters::get("nankai-dog-2022").unwrap()).await;
    server
        .asked(
            "POST /bodies/dogs/submissions",
            &[("x-person", "p1")],
            FOUNDING.replace("}]}", "}, {\"post\": \"order-head\", \"person\": \"p2\"}]}"),
        )
        .await;
    let clerks: Vec<_> = (0..20)
        .map(|it| {
            let server = Arc::clone(&server);
            let letter = json!({"act": {"type": "add_agenda_item", "item": format!("letter-{}", it % 10), "title": "群众来信", "kind": "discussion"},
                "by": "p2", "at": "2022-05-09T09:00:00+08:00"});
            tokio::spawn(async move { server.asked("POST /bodies/dogs/submissions", &[("x-person", "p2")], letter.to_string()).await.0 })
        })
        .collect();
    let mut entered = 0;
    for it in clerks {
        match it.await.unwrap() {
            201 => entered += 1,
            status => assert_eq!(status, 422),
        }
    }
    assert_eq!(entered, 10, "each letter once");
    let (_, journal) = server.asked("GET /bodies/dogs/journal", &[], "").await;
    assert_eq!(joint_meeting::journal::verify(&journal, None).unwrap().count, 11);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_a_problem_and_stops_nothing() {
    let server = Server::new("unreadable").await;
    let charter = charters::get("nankai-dog-2022").unwrap();
    assert_eq!(server.asked("POST /bodies/dogs", &[], charter).await.0, 201);
    let clerk = [("x-person", "p1")];
    for sent in [&b""[..], b"\xff\xfe", b"[]", b"{\"act\": 1}", &[b'['; 100_000]] {
        for to in ["POST /bodies/dogs/submissions", "POST /bodies/dogs/questions"] {
            let (status, said) = server.asked(to, &clerk, sent).await;
            assert_eq!(status, 400, "{said}");
            let said: Value = serde_json::from_str(&said).unwrap();
            assert_eq!(said["error"], "malformed");
        }
        assert_eq!(server.asked("POST /bodies/cats", &[], sent).await.0, 400);
    }
    // One byte too many: of what goes on after that the server would read nothing, and hang up.
    let huge = vec![b' '; (2 << 20) + 1];
    for to in ["POST /bodies/dogs/submissions", "POST /bodies/dogs/questions", "POST /bodies/cats"] {
        assert_eq!(server.asked(to, &clerk, &huge).await.0, 413);
    }
    for name in ["..%2Fdogs", "Dogs", "%00", &"a".repeat(300)] {
        let to = format!("POST /bodies/{name}/submissions");
        assert_eq!(server.asked(&to, &clerk, FOUNDING).await.0, 400, "{name}");
    }
    let (status, said) = server.asked("POST /bodies/cats/submissions", &clerk, FOUNDING).await;
    assert_eq!((status, said.contains("\"zh\":\"")), (404, true), "{said}");
    for key in ["", "\u{e9}"] {
        let headers = [("x-person", "p1"), ("idempotency-key", key)];
        assert_eq!(server.asked("POST /bodies/dogs/submissions", &headers, FOUNDING).await.0, 400, "{key}");
    }
    assert_eq!(server.sent("DELETE", "/bodies/dogs", &[], b"").await.0, 405);
    assert_eq!(server.sent("GET", "/nothing", &[], b"").await.0, 404);
    assert_eq!(server.asked("POST /bodies/dogs/submissions", &clerk, FOUNDING).await.0, 201);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_describes_what_it_is_asked_and_answers() {
    let Server { described, .. } = &Server::new("described").await;
    assert!(described["openapi"].as_str().unwrap().starts_with("3.1"), "{}", described["openapi"]);
    assert_eq!(described["paths"].as_object().unwrap().len(), 5);
    let (mut looked_at, mut named) = (vec![described], 0);
    while let Some(it) = looked_at.pop() {
        if let Some(name) = it.get("$ref").and_then(Value::as_str) {
            let place = name.strip_prefix('#').unwrap();
            assert!(described.pointer(place).is_some(), "{name} is nowhere");
            named += 1;
        }
        looked_at.extend(it.as_object().into_iter().flat_map(|it| it.values()));
        looked_at.extend(it.as_array().into_iter().flatten());
    }
    assert!(named > 500, "{named}");
}
