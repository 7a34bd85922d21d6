# May these minutes be issued as a document?
package issuing

import rego.v1

default may_issue := false

may_issue if {
	input.by in data.office
	minutes := data.minutes[input.minutes]
	every unit in minutes.asked { unit in minutes.consented }
	every unit in minutes.asked { unit in minutes.countersigned }
	minutes.numbered
	not minutes.issued
	input.kind in {"minutes", "notice", "letter"}
	every unit in minutes.concerned { unit in input.recipients }
}
