//! The fake cloud over HTTP: a thread with a listener.

mod control;
mod deliver;
mod incoming;

use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::pin::pin;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::response::Response;
use futures_util::future::select;
use hyper::body::Incoming;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinSet;

use crate::cloud::State;
use crate::error::Error;
use deliver::Unanswered;

/// Documented calls are a few KiB long.
const LARGEST_BODY: usize = 1024 * 1024;
/// Request line and headers together; the line's address cannot be longer than 65,534 bytes.
const LARGEST_HEAD: usize = 256 * 1024;
const MOST_HEADERS: usize = 100;
const MOST_CONNECTIONS: usize = 1024;
const SLOWEST_HEAD: Duration = Duration::from_secs(30);

/// A running server; dropping it stops it.
pub(crate) struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // It ends at once; a panic in there has been printed already.
            let _ = thread.join();
        }
    }
}

/// Listens, and serves on a thread of its own: it works the same under every async runtime, and under none.
pub(crate) fn start(address: SocketAddr, state: Arc<State>) -> Result<Server, Error> {
    let listener = TcpListener::bind(address).map_err(|error| Error::bind(address, error))?;
    listener.set_nonblocking(true).map_err(Error::start)?;
    let address = listener.local_addr().map_err(Error::start)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Error::start)?;
    let (stop, stopped) = oneshot::channel();
    let serving = move || {
        // The sender is dropped with the handle; all connections end with the runtime.
        runtime.block_on(select(stopped, pin!(accept(listener, router(state)))));
    };
    let thread = std::thread::Builder::new().name("fake cloud".to_owned()).spawn(serving).map_err(Error::start)?;
    Ok(Server { address, stop: Some(stop), thread: Some(thread) })
}

/// The reserved paths are the fake cloud's own; everything else is a provider's.
fn router(state: Arc<State>) -> Router {
    control::routes().fallback(incoming::call).layer(DefaultBodyLimit::max(LARGEST_BODY)).with_state(state)
}

async fn accept(listener: TcpListener, router: Router) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    let seats = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let mut connections = JoinSet::new();
    loop {
        let Ok(seat) = seats.clone().acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, _)) => {
                let router = router.clone();
                connections.spawn(async move {
                    connection(stream, router).await;
                    drop(seat);
                });
            }
            // Out of file handles, for instance: that passes.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

/// Serves one connection. How it ended is the caller's business, and not the fake cloud's.
async fn connection(stream: TcpStream, router: Router) {
    // Answers are small, and must not wait for more to send.
    let _ = stream.set_nodelay(true);
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |request: Request<Incoming>| {
        let answered = router.call(request);
        async move { answered.await.map_err(never).and_then(unless_unanswered) }
    });
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(SLOWEST_HEAD)
        .max_buf_size(LARGEST_HEAD)
        .max_headers(MOST_HEADERS);
    let _ = http.serve_connection(TokioIo::new(stream), service).await;
}

fn never(error: Infallible) -> Unanswered {
    match error {}
}

/// A call that gets no answer is an error to hyper, which then closes the connection.
fn unless_unanswered(response: Response) -> Result<Response, Unanswered> {
    if response.extensions().get::<Unanswered>().is_some() { Err(Unanswered) } else { Ok(response) }
}
