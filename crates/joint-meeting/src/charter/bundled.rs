//! The charters that come with the library, as the files they are.
//!
//! Most are made from records of public charters and say so; a body that runs by one of them would begin with its own
//! official text.

macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../charters/", $name, ".json")))),*]
    };
}

/// The rules about joint meetings and official documents that other charters name as governing them.
pub const GENERAL: &[(&str, &str)] =
    files! { "official-documents-2012" "state-council-rule-2003" "shenzhen-rule-2005" };

/// The charters of bodies: each file's name and the file. Later versions of a charter have the same id.
pub const ALL: &[(&str, &str)] = files! {
    "nankai-dog-2022"
    "nankai-street-dog"
    "counterfeit-currency-xinzhou"
    "counterfeit-currency-qianjiang-2014"
    "dog-ningbo-hitech-2020"
    "petition-shizi-2021"
    "social-assistance-2013"
    "network-market-2016" "network-market-2020"
    "service-statistics-fujian-2007"
    "crime-transfer"
    "school-bus-tianjin-2018"
};

/// The file of that name, a charter of a body or a general one.
pub fn get(name: &str) -> Option<&'static str> {
    get_general(name).or_else(|| find(ALL, name))
}

pub(crate) fn get_general(name: &str) -> Option<&'static str> {
    find(GENERAL, name)
}

fn find(files: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    files.iter().find(|(it, _)| *it == name).map(|(_, file)| *file)
}
