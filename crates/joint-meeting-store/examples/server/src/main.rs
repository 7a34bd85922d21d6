//! A small server of records: `records-server FILE ADDRESS`, such as `records-server records.db 127.0.0.1:8080`.
//!
//! What it is asked and answers it describes itself, at `/openapi.json`.

mod description;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use joint_meeting::{Language, Submission, id::Text, wire, wire::Question};
use joint_meeting_store::{
    BodyName, CharterSource, Held, OpenBodies, Sqlite, StoreError, create, export, for_each_head,
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, task::spawn_blocking};
use utoipa_axum::{router::OpenApiRouter, routes};

/// As many bodies are held open.
const OPEN: usize = 1000;

type Bodies = Arc<OpenBodies<Sqlite>>;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().collect();
    let [_, file, address] = &args[..] else { return Err("records-server FILE ADDRESS".into()) };
    let bodies = Arc::new(OpenBodies::new(Sqlite::open(file)?, OPEN));
    let stop = async { _ = tokio::signal::ctrl_c().await };
    axum::serve(TcpListener::bind(address).await?, server(bodies)).with_graceful_shutdown(stop).await?;
    Ok(())
}

fn server(bodies: Bodies) -> Router {
    let (router, described) = OpenApiRouter::new()
        .routes(routes!(begin))
        .routes(routes!(submit))
        .routes(routes!(ask))
        .routes(routes!(journal))
        .routes(routes!(heads))
        .split_for_parts();
    let described = description::whole(described).to_string();
    router.route("/openapi.json", get(async || as_json(described))).with_state(bodies)
}

/// Why there is no answer, as a response.
struct Problem(StatusCode, Value);

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        (self.0, [(header::CONTENT_TYPE, "application/json")], self.1.to_string()).into_response()
    }
}

impl From<StoreError> for Problem {
    fn from(why: StoreError) -> Self {
        let status = match why {
            StoreError::Name(_) | StoreError::Charter { .. } | StoreError::NoBody { .. } => {
                StatusCode::BAD_REQUEST
            }
            StoreError::Unknown { .. } => StatusCode::NOT_FOUND,
            StoreError::Taken { .. } | StoreError::Conflict { .. } => StatusCode::CONFLICT,
            // Whoever asked may ask again; with a key, nothing is entered twice.
            StoreError::Busy { .. } | StoreError::Unsure { .. } => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let (zh, en) = (why.text(Language::Zh), why.text(Language::En));
        Self(status, json!({"error": why.kind(), "zh": zh, "en": en}))
    }
}

fn malformed(why: impl std::fmt::Display) -> Problem {
    Problem(StatusCode::BAD_REQUEST, json!({"error": "malformed", "en": why.to_string()}))
}

/// Works with a body in a thread that may wait: on a disk, and for whoever has the body.
async fn with_body<T: Send + 'static>(
    bodies: &Bodies,
    body: &str,
    work: impl FnOnce(&mut Held<Arc<Sqlite>>) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, Problem> {
    let (bodies, name) = (Arc::clone(bodies), body.parse::<BodyName>().map_err(StoreError::from)?);
    waits(move || bodies.with(&name, work)).await
}

async fn waits<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, Problem> {
    let panicked = |_| Problem(StatusCode::INTERNAL_SERVER_ERROR, json!({"error": "panicked"}));
    Ok(spawn_blocking(work).await.map_err(panicked)??)
}

/// Begins a body under the charter whose file is sent.
#[utoipa::path(
    post,
    path = "/bodies/{body}",
    params(("body" = String, Path, description = "The name under which the body is kept")),
    request_body(content = String, content_type = "application/json", description = "A charter file"),
    responses(
        (status = 201, description = "It is begun"),
        (status = 400, description = "No name, or no charter", body = ref("#/components/schemas/Problem")),
        (status = 409, description = "There is such a body", body = ref("#/components/schemas/Problem")),
        (status = 413, description = "More than two megabytes"),
    ),
)]
async fn begin(
    State(bodies): State<Bodies>,
    Path(body): Path<String>,
    charter: String,
) -> Result<Response, Problem> {
    let name = body.parse::<BodyName>().map_err(StoreError::from)?;
    waits(move || create(bodies.store(), &name, &[CharterSource::new(charter)])).await?;
    Ok(StatusCode::CREATED.into_response())
}

/// Who is logged in, as whatever stands before this server says; nobody else can set this header.
fn person(headers: &HeaderMap) -> Option<&str> {
    headers.get("x-person")?.to_str().ok()
}

/// Decides, stores, applies: 201 says that the entry is on the disk, 422 is a refusal with its grounds.
#[utoipa::path(
    post,
    path = "/bodies/{body}/submissions",
    params(
        ("body" = String, Path, description = "The name under which the body is kept"),
        ("x-person" = String, Header, description = "Who is logged in"),
        ("idempotency-key" = Option<String>, Header, description = "With it a retry is the entry that the first became"),
    ),
    request_body(content = ref("#/components/schemas/Submission"), content_type = "application/json"),
    responses(
        (status = 201, description = "The entry is on the disk", body = ref("#/components/schemas/Entry")),
        (status = 400, description = "It cannot be read", body = ref("#/components/schemas/Problem")),
        (status = 403, description = "Another person is logged in", body = ref("#/components/schemas/Problem")),
        (status = 404, description = "There is no such body", body = ref("#/components/schemas/Problem")),
        (status = 409, description = "Others were first, every time", body = ref("#/components/schemas/Problem")),
        (status = 413, description = "More than two megabytes"),
        (status = 422, description = "It is refused, for these grounds", body = ref("#/components/schemas/Refused")),
        (status = 503, description = "Ask again, with the same key", body = ref("#/components/schemas/Problem")),
    ),
)]
async fn submit(
    State(bodies): State<Bodies>,
    Path(body): Path<String>,
    headers: HeaderMap,
    sent: Bytes,
) -> Result<Response, Problem> {
    let mut submission: Submission = wire::from_slice(&sent).map_err(malformed)?;
    let enters = submission.recorded_by.as_ref().unwrap_or(&submission.by);
    if person(&headers) != Some(enters.as_str()) {
        return Err(Problem(StatusCode::FORBIDDEN, json!({"error": "another_person"})));
    }
    if let Some(key) = headers.get("idempotency-key") {
        let key = key.to_str().map_err(malformed)?;
        submission.key = Some(Text::try_from(key).map_err(malformed)?);
    }
    let decided = with_body(&bodies, &body, move |held| {
        let answer = held.perform(&submission)?;
        Ok(answer.map_err(|it| json!({"words": it.render(held.body(), Language::Zh), "refused": it})))
    });
    Ok(match decided.await? {
        Ok(entry) => (StatusCode::CREATED, as_json(wire::to_string(&entry))).into_response(),
        Err(refused) => (StatusCode::UNPROCESSABLE_ENTITY, as_json(refused.to_string())).into_response(),
    })
}

/// Answers a question on all that is stored.
#[utoipa::path(
    post,
    path = "/bodies/{body}/questions",
    params(("body" = String, Path, description = "The name under which the body is kept")),
    request_body(content = ref("#/components/schemas/Question"), content_type = "application/json"),
    responses(
        (status = 200, description = "The answer, whose shape is that of the question", body = Object),
        (status = 400, description = "It cannot be read, or not be asked of this body", body = ref("#/components/schemas/Problem")),
        (status = 404, description = "There is no such body", body = ref("#/components/schemas/Problem")),
        (status = 413, description = "More than two megabytes"),
    ),
)]
async fn ask(
    State(bodies): State<Bodies>,
    Path(body): Path<String>,
    sent: Bytes,
) -> Result<Response, Problem> {
    let question: Question = wire::from_slice(&sent).map_err(malformed)?;
    let answered = with_body(&bodies, &body, move |held| {
        held.catch_up()?;
        Ok(question.answer(held.body(), &[Language::Zh]))
    });
    let answer = answered.await?.map_err(malformed)?;
    Ok(as_json(answer.json).into_response())
}

/// The journal, byte for byte.
#[utoipa::path(
    get,
    path = "/bodies/{body}/journal",
    params(("body" = String, Path, description = "The name under which the body is kept")),
    responses(
        (status = 200, description = "One line for each entry, after the header", body = String, content_type = "application/jsonl"),
        (status = 400, description = "No name", body = ref("#/components/schemas/Problem")),
        (status = 404, description = "There is no such body", body = ref("#/components/schemas/Problem")),
    ),
)]
async fn journal(State(bodies): State<Bodies>, Path(body): Path<String>) -> Result<Response, Problem> {
    let name = body.parse::<BodyName>().map_err(StoreError::from)?;
    let exported = waits(move || export(bodies.store(), &name)).await?;
    Ok(([(header::CONTENT_TYPE, "application/jsonl")], exported.journal).into_response())
}

/// How far every journal reaches, to be kept elsewhere.
#[utoipa::path(
    get,
    path = "/heads",
    responses(
        (status = 200, description = "A head for each name", body = std::collections::HashMap<String, Object>),
    ),
)]
async fn heads(State(bodies): State<Bodies>) -> Result<Response, Problem> {
    let listed = waits(move || {
        let mut all = serde_json::Map::new();
        for_each_head(bodies.store(), |body, head| _ = all.insert(body.to_string(), json!(head)))?;
        Ok(Value::Object(all))
    });
    Ok(as_json(listed.await?.to_string()).into_response())
}

fn as_json(text: String) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], text)
}
