//! Bodies that are held open, as many as one has room for: a host asks for a body by its name, and it is read once.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    contract::{Store, held::Held},
    terms::{error::StoreError, name::BodyName},
};

/// Bodies held open in a store. Threads that ask for the same body wait for each other, those that ask for different ones do not.
///
/// ```
/// use joint_meeting_store::{CharterSource, File, OpenBodies, create};
///
/// # let folder = std::env::temp_dir().join(format!("joint-meeting-opened-{}", std::process::id()));
/// let bodies = OpenBodies::new(File::open(&folder)?, 1000);
/// let dogs = "dogs".parse()?;
/// create(bodies.store(), &dogs, &[CharterSource::bundled("nankai-dog-2022").unwrap()])?;
/// let count = bodies.with(&dogs, |held| Ok(held.body().entries().len()))?;
/// assert_eq!(count, 0);
/// # std::fs::remove_dir_all(folder).unwrap();
/// # Ok::<(), joint_meeting_store::StoreError>(())
/// ```
#[derive(Debug)]
pub struct OpenBodies<S> {
    store: Arc<S>,
    at_most: usize,
    open: Mutex<Opened<S>>,
}

/// Where a body is, when nobody works with it.
type OpenPlace<S> = Arc<Mutex<Option<Held<Arc<S>>>>>;

#[derive(Debug)]
struct Opened<S> {
    /// What is counted up each time a body is asked for.
    asked: u64,
    /// Each with when it was asked for last.
    bodies: BTreeMap<BodyName, (u64, OpenPlace<S>)>,
}

impl<S: Store> OpenBodies<S> {
    /// None is open yet, and at most so many will be.
    pub fn new(store: S, at_most: usize) -> Self {
        let open = Mutex::new(Opened { asked: 0, bodies: BTreeMap::new() });
        Self { store: Arc::new(store), at_most: at_most.max(1), open }
    }

    /// The store.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Does some work with a body that nobody else in this process has at the time.
    ///
    /// What others have stored is not caught up with first: [`Held::perform`] does where it has to, and a question that must not miss
    /// anything is preceded by [`Held::catch_up`]. After an error the body is read anew when it is asked for next.
    ///
    /// # Errors
    /// Why the body cannot be opened, or what the work says.
    pub fn with<T>(
        &self,
        body: &BodyName,
        work: impl FnOnce(&mut Held<Arc<S>>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let place = self.place_of(body);
        let mut place = lock(&place);
        // While there is work to do the place is empty: a body whose work panicked is read anew.
        let mut held = match place.take() {
            Some(held) => held,
            None => Held::open(Arc::clone(&self.store), body)?,
        };
        let done = work(&mut held)?;
        *place = Some(held);
        Ok(done)
    }

    /// The place of a body, for which another makes room if it must.
    fn place_of(&self, body: &BodyName) -> OpenPlace<S> {
        let mut open = lock(&self.open);
        open.asked += 1;
        let now = open.asked;
        if let Some((asked, place)) = open.bodies.get_mut(body) {
            *asked = now;
            return Arc::clone(place);
        }
        if open.bodies.len() >= self.at_most {
            // Nobody is working with a body whose place nobody else points to.
            let idle = open.bodies.iter().filter(|(_, (_, place))| Arc::strong_count(place) == 1);
            let oldest = idle.min_by_key(|(_, (asked, _))| *asked).map(|(name, _)| name.clone());
            oldest.map(|it| open.bodies.remove(&it));
        }
        let place = Arc::default();
        open.bodies.insert(body.clone(), (now, Arc::clone(&place)));
        place
    }

    /// How many bodies are open.
    pub fn len(&self) -> usize {
        lock(&self.open).bodies.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is half done behind these locks.
    it.lock().unwrap_or_else(PoisonError::into_inner)
}
