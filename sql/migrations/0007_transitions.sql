-- The edges of every life cycle, and the roles that may take them.
insert into trinn.transitions values
	('applications', 'draft', 'submitted', '{hub_signatory,firm}'),
	('applications', 'returned', 'submitted', '{hub_signatory,firm}'),
	('applications', 'submitted', 'returned', '{caseworker}'),
	('applications', 'in_review', 'returned', '{caseworker}'),
	('applications', 'submitted', 'in_review', '{caseworker}'),
	('applications', 'submitted', 'recommended', '{caseworker}'),
	('applications', 'in_review', 'recommended', '{caseworker}'),
	('applications', 'recommended', 'in_review', '{decision_maker,secretary}'),
	('applications', 'recommended', 'granted', '{decision_maker,secretary}'),
	('applications', 'recommended', 'part_granted', '{decision_maker,secretary}'),
	('applications', 'recommended', 'rejected', '{decision_maker,secretary}'),
	('applications', 'recommended', 'ineligible', '{decision_maker,secretary}'),
	('applications', 'submitted', 'withdrawn', '{hub_signatory,firm}'),
	('applications', 'in_review', 'withdrawn', '{hub_signatory,firm}'),
	('applications', 'granted', 'accepted', '{hub_signatory,firm}'),
	('applications', 'part_granted', 'accepted', '{hub_signatory,firm}'),
	('applications', 'accepted', 'active', '{hub_editor,hub_signatory,firm}'),
	('grants', 'offered', 'accepted', '{hub_signatory,firm}'),
	('grants', 'accepted', 'active', '{hub_editor,hub_signatory,firm}'),
	('grants', 'offered', 'lapsed', '{system}'),
	('claims', 'reviewed', 'submitted', '{attestant}'),
	('claims', 'attested', 'submitted', '{releaser}'),
	('claims', 'submitted', 'reviewed', '{caseworker}'),
	('claims', 'submitted', 'rejected', '{caseworker}'),
	('claims', 'reviewed', 'attested', '{attestant}'),
	('claims', 'attested', 'released', '{releaser}'),
	('payments', 'queued', 'exported', '{finance}'),
	('payments', 'exported', 'sent_unconfirmed', '{finance}'),
	('payments', 'sent_unconfirmed', 'paid', '{finance}'),
	('calls', 'planned', 'open', '{caseworker}'),
	('calls', 'open', 'closed', '{caseworker}'),
	('setup_changes', 'proposed', 'approved', '{county_admin}'),
	('setup_changes', 'proposed', 'rejected', '{county_admin}');
create trigger calls_transition before update of state on trinn.calls
	for each row execute function trinn.check_transition();
create trigger setup_changes_transition before update of state on trinn.setup_changes
	for each row execute function trinn.check_transition();
