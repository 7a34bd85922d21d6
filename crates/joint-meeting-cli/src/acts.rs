//! What each command does; one file for each subject.

mod asking;
mod charters;
mod differences;
mod fleets;
mod founding;
mod papers;
mod performing;
mod rosters;
mod safekeeping;
mod shells;
mod whys;

use crate::{
    caller::CommandCaller,
    end::{CommandEnd, Ended},
};

/// Runs the command of that name.
pub(crate) fn run(name: &str, caller: &CommandCaller<'_>) -> Ended {
    match name {
        "new" => founding::new(caller),
        "who" => asking::who(caller),
        "due" => asking::due(caller),
        "owes" => asking::owes(caller),
        "audit" => asking::audit(caller),
        "journal" => asking::journal(caller),
        "why" => whys::why(caller),
        "may" => performing::may(caller),
        "do" => performing::perform(caller),
        "correct" => performing::correct(caller),
        "roster" => rosters::roster(caller),
        "papers" => papers::papers(caller),
        "calendar" => papers::calendar(caller),
        "verify" => safekeeping::verify(caller),
        "repair" => safekeeping::repair(caller),
        "export" => safekeeping::export(caller),
        "import" => safekeeping::import(caller),
        "backup" => safekeeping::backup(caller),
        "charter" => charters::charter(caller),
        "fleet" => fleets::fleet(caller),
        "completions" => shells::completions(caller),
        "man" => shells::man(caller),
        _ => Ok(CommandEnd::Usage),
    }
}
