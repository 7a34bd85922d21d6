//! The charters that come with the library, by their names.

use crate::{
    body::{JointMeeting, error::BodyError},
    charter::{
        Charter,
        bundled::{self, ALL, GENERAL},
        error::CharterErrors,
    },
};

/// Why a charter that comes with the library cannot be had by a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BundledError {
    /// No charter of that name comes with the library.
    #[error("no charter `{0}` comes with the library; these do: {names}", names = names())]
    Unknown(String),
    /// The file is not a charter.
    #[error(transparent)]
    Charter(#[from] CharterErrors),
    /// No body is founded under it.
    #[error(transparent)]
    NoBody(#[from] BodyError),
}

fn names() -> String {
    ALL.iter().chain(GENERAL).map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

impl Charter {
    /// A charter that comes with the library, by the name of its file.
    ///
    /// ```
    /// use joint_meeting::Charter;
    ///
    /// assert_eq!(Charter::bundled("nankai-dog-2022")?.version(), 1);
    /// let why = Charter::bundled("nankai-dog").unwrap_err().to_string();
    /// assert!(why.starts_with("no charter `nankai-dog` comes with the library; these do: `nankai-dog-2022`, "));
    /// # Ok::<(), joint_meeting::BundledError>(())
    /// ```
    pub fn bundled(name: &str) -> Result<Self, BundledError> {
        let file = bundled::get(name).ok_or_else(|| BundledError::Unknown(name.to_owned()))?;
        Ok(Self::from_json(file)?)
    }
}

impl JointMeeting {
    /// A body under a charter that comes with the library, by the name of its file. Nothing has happened yet.
    pub fn bundled(charter: &str) -> Result<Self, BundledError> {
        Ok(Self::new([Charter::bundled(charter)?])?)
    }
}

crate::terms::chinese::in_words! { BundledError }
