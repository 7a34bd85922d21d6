//! Work that is stopped keeps what is done, and another run goes on behind it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use joint_meeting_fleet::{
    FleetCharters, FleetError, FleetInput, FleetRun, answer_batch, answer_batch_unless,
};

use crate::common::{batch, bodies, folder, questions, read_parquet, rows, write_parquet};

#[test]
fn what_was_done_is_kept_and_the_rest_is_done_later() {
    let (folder, bodies) = (folder("stopped"), bodies(50));
    let given = folder.join("bodies.parquet");
    write_parquet(&given, &[batch(&bodies)]);
    let question = &questions()[0];
    let expected = rows(&answer_batch(&batch(&bodies), &FleetCharters::bundled(), question).unwrap());
    let (first, second) = (folder.join("first.parquet"), folder.join("second.parquet"));
    let stop = Arc::new(AtomicBool::new(false));
    let says_stop = Arc::clone(&stop);
    let ran = FleetRun::new(FleetInput::at(&given).unwrap(), &first, question.clone())
        .batch(8)
        .stop(stop)
        .progress(move |it| says_stop.store(it.bodies >= 20, Ordering::Relaxed))
        .run()
        .unwrap();
    assert_eq!((ran.stopped, ran.so_far.bodies), (true, 24));
    assert!(!first.exists() && ran.output.ends_with("first.parquet.part"));
    let rest = FleetRun::new(FleetInput::at(&given).unwrap(), &second, question.clone())
        .batch(8)
        .skip(ran.so_far.bodies)
        .run()
        .unwrap();
    assert_eq!((rest.stopped, rest.so_far.bodies), (false, 26));
    assert_eq!([read_parquet(&ran.output), read_parquet(&second)].concat(), expected);
}

#[test]
fn a_batch_that_is_stopped_gives_no_half_answer() {
    let bodies = bodies(20);
    let stop = AtomicBool::new(true);
    let answer = answer_batch_unless(&batch(&bodies), &FleetCharters::bundled(), &questions()[0], &stop);
    assert!(matches!(answer, Err(FleetError::Stopped)));
}
