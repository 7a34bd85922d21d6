//! The server as those who ask it see it.

use axum::{
    body::{Body, to_bytes},
    http::Request,
};
use joint_meeting::charters;
use tower::ServiceExt;

use super::*;

/// A server with a file of its own, which is gone with it.
struct Server(std::path::PathBuf, Bodies);

impl Server {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("records-server-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let bodies = Arc::new(OpenBodies::new(Sqlite::open(folder.join("records.db")).unwrap(), 9));
        Self(folder, bodies)
    }

    async fn asked(&self, what: &str, headers: &[(&str, &str)], body: &str) -> (u16, String) {
        let (method, path) = what.split_once(' ').unwrap();
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = routes(Arc::clone(&self.1)).oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let said = to_bytes(response.into_body(), 1 << 24).await.unwrap();
        (status, String::from_utf8(said.to_vec()).unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const FOUNDING: &str = r#"{"act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1,
    "holders": [{"post": "deputy-head", "person": "p1"}]}, "by": "p1", "at": "2022-04-21T09:00:00+08:00"}"#;

#[tokio::test]
async fn a_body_is_begun_asked_and_handed_out() {
    let server = Server::new("begun");
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
    let server = Arc::new(Server::new("clerks"));
    server.asked("POST /bodies/dogs", &[], charters::get("nankai-dog-2022").unwrap()).await;
    server
        .asked(
            "POST /bodies/dogs/submissions",
            &[("x-person", "p1")],
            &FOUNDING.replace("}]}", "}, {\"post\": \"order-head\", \"person\": \"p2\"}]}"),
        )
        .await;
    let clerks: Vec<_> = (0..20)
        .map(|it| {
            let server = Arc::clone(&server);
            let letter = json!({"act": {"type": "add_agenda_item", "item": format!("letter-{}", it % 10), "title": "群众来信", "kind": "discussion"},
                "by": "p2", "at": "2022-05-09T09:00:00+08:00"});
            tokio::spawn(async move { server.asked("POST /bodies/dogs/submissions", &[("x-person", "p2")], &letter.to_string()).await.0 })
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
