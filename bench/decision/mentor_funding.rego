# Is training for this mentor fundable? One finding for each rule, all reasons in their order.
#
# input.mentor: a mentor's facts as document.py lays them out. input.on: the day asked about.
# Days are numbers such as 20260914; a period without an end has one far in the future.
package mentor_funding

decision := {"status": status_of[reasons[0]], "reasons": reasons, "findings": findings}

mentor := input.mentor

reasons := ["TRN_NOT_KNOWN"] if mentor.teacher == null

else := raised if count(raised) > 0

else := ["CANNOT_TELL"] if in_doubt

else := ["ELIGIBLE"]

not_known := [
	"met", "not applicable", "not applicable", "not applicable", "not applicable", "not applicable",
	"not applicable", "not applicable", "not applicable", "not applicable", "not applicable",
	"not applicable", "not applicable",
]

findings := not_known if mentor.teacher == null

else := array.concat(
	["not met"],
	array.concat(bar_verdicts, [eligible, assigned_ect_concluded]),
)

bar_verdicts := [bar[1] | some bar in bars]

bars := [
	["NOT_A_MENTOR", registered],
	["PROHIBITED_FROM_TEACHING", not_prohibited],
	["TRAINED_IN_EARLY_ROLL_OUT", not_trained_in_early_roll_out],
	["TRAINING_COMPLETED", training_not_completed],
	["TRAINING_STARTED_NOT_COMPLETED", training_not_abandoned],
	["NO_ECT_ASSIGNED", ect_assigned],
	["ASSIGNMENT_NOT_STARTED", assignment_started],
	["NOT_AT_A_SCHOOL", at_a_school],
	["SCHOOL_NOT_ELIGIBLE", at_an_eligible_school],
	["NO_PROVIDER_LED_ECT", provider_led_ect],
]

raised := [bar[0] | some bar in bars; bar[1] == "not met"]

in_doubt if {
	some bar in bars
	bar[1] == "cannot tell"
}

# FUND-0
registered := "not met" if count(mentor.at_schools) == 0

else := "met"

# FUND-1
not_prohibited := "cannot tell" if mentor.teacher.prohibited == null

else := "not met" if mentor.teacher.prohibited

else := "met"

# FUND-2a
not_trained_in_early_roll_out := "not met" if {
	mentor.teacher.lost_funding == "completed_during_early_roll_out"
} else := "met"

# FUND-2b
training_not_completed := "not met" if {
	mentor.teacher.lost_funding == "completed_declaration_received"
} else := "met"

# FUND-2c, in force from 31 July 2024
training_not_abandoned := "not applicable" if input.on < 20240731

else := "not met" if mentor.teacher.lost_funding == "started_not_completed"

else := "met"

# FUND-4
ect_assigned := "not applicable" if count(mentor.at_schools) == 0

else := "not met" if count(mentor.mentorships) == 0

else := "met"

# FUND-5: mentorships are in order of their start
assignment_started := "not applicable" if count(mentor.mentorships) == 0

else := "not met" if input.on < mentor.mentorships[0].from

else := "met"

# FUND-6
schools_now := [at.school | some at in mentor.at_schools; at.to >= input.on]

at_a_school := "not applicable" if count(mentor.at_schools) == 0

else := "not met" if count(schools_now) == 0

else := "met"

# FUND-7
at_an_eligible_school := "not applicable" if count(schools_now) == 0

else := "met" if "ELIGIBLE" in school_statuses

else := "cannot tell" if "CANNOT_TELL" in school_statuses

else := "not met"

school_statuses := [school_status(school) | some school in schools_now]

school_status(school) := "ELIGIBLE" if school.marked_as_eligible

else := "NOT_ELIGIBLE" if school.status in {"closed", "proposed_to_open"}

else := "NOT_ELIGIBLE" if kind_of[school.type] == "never"

else := "NOT_ELIGIBLE" if {
	kind_of[school.type] == "independent"
	school.section_41 == false
}

else := "CANNOT_TELL" if school.status == null

else := "CANNOT_TELL" if not kind_of[school.type]

else := "CANNOT_TELL" if {
	kind_of[school.type] == "independent"
	school.section_41 == null
}

else := "ELIGIBLE"

# FUND-8
begun := [link | some link in mentor.mentorships; link.from <= input.on]

links := begun if count(begun) > 0

else := mentor.mentorships

provider_led_ect := "not applicable" if count(links) == 0

else := "met" if trained_together

else := "cannot tell" if training_not_told

else := "not met"

trained_together if {
	some link in links
	some training in link.training
	training.programme == "provider_led"
	training.to >= link.from
	link.to >= training.from
}

training_not_told if {
	some link in links
	count(link.training) == 0
}

# FUND-9
eligible := "met" if reasons == ["ELIGIBLE"]

else := "not applicable"

# AMB-8
ect_statuses := [link.ect_status | some link in mentor.mentorships; link.to >= input.on]

assigned_ect_concluded := "not applicable" if count(ect_statuses) == 0

else := "not met" if an_ect_goes_on

else := "cannot tell" if null in ect_statuses

else := "met"

an_ect_goes_on if {
	some status in ect_statuses
	status != null
	not status in {"Passed", "Failed"}
}

status_of := {
	"TRN_NOT_KNOWN": "NOT_KNOWN",
	"NOT_A_MENTOR": "NOT_REGISTERED",
	"PROHIBITED_FROM_TEACHING": "NOT_ELIGIBLE",
	"TRAINED_IN_EARLY_ROLL_OUT": "NOT_ELIGIBLE",
	"TRAINING_COMPLETED": "NOT_ELIGIBLE",
	"TRAINING_STARTED_NOT_COMPLETED": "NOT_ELIGIBLE",
	"NO_ECT_ASSIGNED": "NOT_YET_ELIGIBLE",
	"ASSIGNMENT_NOT_STARTED": "NOT_YET_ELIGIBLE",
	"NOT_AT_A_SCHOOL": "NOT_ELIGIBLE",
	"SCHOOL_NOT_ELIGIBLE": "NOT_ELIGIBLE",
	"NO_PROVIDER_LED_ECT": "NOT_ELIGIBLE",
	"CANNOT_TELL": "CANNOT_TELL",
	"ELIGIBLE": "ELIGIBLE",
}

kind_of := {
	"Other independent school": "independent",
	"Other independent special school": "independent",
	"British schools overseas": "never",
	"Higher education institutions": "never",
	"Institution funded by other government department": "never",
	"Miscellaneous": "never",
	"Offshore schools": "never",
	"Online provider": "never",
	"Service children's education": "never",
	"Welsh establishment": "never",
	"Academy 16 to 19 sponsor led": "funded",
	"Academy 16-19 converter": "funded",
	"Academy alternative provision converter": "funded",
	"Academy alternative provision sponsor led": "funded",
	"Academy converter": "funded",
	"Academy secure 16 to 19": "funded",
	"Academy special converter": "funded",
	"Academy special sponsor led": "funded",
	"Academy sponsor led": "funded",
	"Children's centre": "funded",
	"Children's centre linked site": "funded",
	"City technology college": "funded",
	"Community school": "funded",
	"Community special school": "funded",
	"Foundation school": "funded",
	"Foundation special school": "funded",
	"Free schools": "funded",
	"Free schools 16 to 19": "funded",
	"Free schools alternative provision": "funded",
	"Free schools special": "funded",
	"Further education": "funded",
	"Local authority nursery school": "funded",
	"Non-maintained special school": "funded",
	"Pupil referral unit": "funded",
	"Secure units": "funded",
	"Sixth form centres": "funded",
	"Special post 16 institution": "funded",
	"Studio schools": "funded",
	"University technical college": "funded",
	"Voluntary aided school": "funded",
	"Voluntary controlled school": "funded",
}
