"""What there is in the package, and how to get the command: `python -m joint_meeting`."""

from __future__ import annotations

ABOUT = """\
joint-meeting: 联席会议规则引擎 / the rule engine of a joint meeting

这是 Python 程序库，本身不是命令。常用的有：
This is a library for Python, and no command. What there is:

  joint_meeting            Charter, JointMeeting, Journal, acts
  joint_meeting.roster     名单：由表格设立，核对变更 / a body from a spreadsheet, and what changed
  joint_meeting.office     办公室：每日所问，各一句 / one call for each thing an office is asked
  joint_meeting.papers     公文、材料、日历 / papers and calendars
  joint_meeting.tables     表格：.xlsx、.csv / tables
  joint_meeting.store      存放 / where records are kept
  joint_meeting.timeline   全年一图 / the year at a glance (joint-meeting[plot])

  from joint_meeting import Charter; help(Charter)

命令另装：cargo install joint-meeting-cli，然后 joint-meeting --help；见 README。
The command is apart: cargo install joint-meeting-cli, then joint-meeting --help; see the README.

制度 / charters:
"""


def main() -> None:
    """Prints it."""
    from joint_meeting import Charter

    print(ABOUT + "\n".join(f"  {it}" for it in Charter.names()))


if __name__ == "__main__":
    main()
