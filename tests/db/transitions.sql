-- States change along the edges written here, by the roles written here, and along no other.
begin;
select no_plan();

create temp table edges (object text, from_state text, to_state text, roles text[]);
insert into edges
select object, split_part(edge, ' ', 1), split_part(edge, ' ', 2), roles::text[] from (values
	('tracks',       'open ended',               '{hub_editor,hub_signatory}'),
	('applications', 'draft submitted',          '{hub_signatory,firm,caseworker}'),
	('applications', 'returned submitted',       '{hub_signatory,firm,caseworker}'),
	('applications', 'submitted withdrawn',      '{hub_signatory,firm,caseworker}'),
	('applications', 'in_review withdrawn',      '{hub_signatory,firm,caseworker}'),
	('applications', 'submitted returned',       '{caseworker}'),
	('applications', 'returned in_review',       '{caseworker}'),
	('applications', 'returned withdrawn',       '{hub_signatory,firm,caseworker}'),
	('applications', 'submitted in_review',      '{caseworker}'),
	('applications', 'in_review in_review',      '{caseworker}'),
	('applications', 'submitted recommended',    '{caseworker}'),
	('applications', 'in_review returned',       '{caseworker}'),
	('applications', 'returned returned',        '{caseworker}'),
	('applications', 'in_review recommended',    '{caseworker}'),
	('applications', 'recommended in_review',    '{decision_maker,secretary,caseworker}'),
	('applications', 'recommended recommended',  '{caseworker}'),
	('applications', 'recommended granted',      '{decision_maker,secretary,system}'),
	('applications', 'recommended part_granted', '{decision_maker,secretary,system}'),
	('applications', 'recommended rejected',     '{decision_maker,secretary,system}'),
	('applications', 'recommended ineligible',   '{decision_maker,secretary,system}'),
	('applications', 'recommended dismissed',    '{decision_maker,secretary,system}'),
	('applications', 'granted accepted',         '{hub_signatory,firm,caseworker}'),
	('applications', 'part_granted accepted',    '{hub_signatory,firm,caseworker}'),
	('applications', 'accepted active',          '{hub_signatory,firm}'),
	('applications', 'granted closed',           '{hub_signatory,firm,caseworker,system}'),
	('applications', 'accepted closed',          '{decision_maker,secretary,system}'),
	('applications', 'active closed',            '{decision_maker,secretary,system}'),
	('applications', 'part_granted closed',      '{hub_signatory,firm,caseworker,system}'),
	('applications', 'closed granted',           '{decision_maker,secretary}'),
	('applications', 'closed part_granted',      '{decision_maker,secretary}'),
	('applications', 'closed in_review',         '{decision_maker,secretary}'),
	('applications', 'closed accepted',          '{decision_maker,secretary}'),
	('applications', 'closed active',            '{decision_maker,secretary}'),
	('applications', 'rejected accepted',        '{decision_maker,secretary}'),
	('applications', 'rejected active',          '{decision_maker,secretary}'),
	('decision_conditions', 'open reported',         '{hub_editor,hub_signatory,firm}'),
	('decision_conditions', 'reported reported',     '{hub_editor,hub_signatory,firm}'),
	('decision_conditions', 'reported open',         '{caseworker}'),
	('decision_conditions', 'reported met',          '{caseworker}'),
	('decision_conditions', 'open waiver_asked',     '{caseworker}'),
	('decision_conditions', 'reported waiver_asked', '{caseworker}'),
	('decision_conditions', 'waiver_asked waived',   '{decision_maker,secretary}'),
	('decision_conditions', 'waiver_asked open',     '{decision_maker,secretary}'),
	('decision_conditions', 'waiver_asked reported', '{decision_maker,secretary}'),
	('decision_conditions', 'open lifted',           '{decision_maker,secretary}'),
	('decision_conditions', 'reported lifted',       '{decision_maker,secretary}'),
	('decision_conditions', 'waiver_asked lifted',   '{decision_maker,secretary}'),
	('decision_conditions', 'met lifted',            '{decision_maker,secretary}'),
	('decision_conditions', 'waived lifted',         '{decision_maker,secretary}'),
	('grants',       'offered accepted',         '{hub_signatory,firm,caseworker}'),
	('grants',       'accepted active',          '{hub_signatory,firm}'),
	('grants',       'active active',            '{hub_signatory,firm}'),
	('grants',       'active settled',           '{decision_maker}'),
	('applications', 'active completed',         '{decision_maker}'),
	('grant_settlements', 'prepared confirmed',  '{decision_maker}'),
	('grant_settlements', 'prepared returned',   '{decision_maker}'),
	('grants',       'offered annulled',         '{hub_signatory,firm,caseworker,decision_maker,secretary}'),
	('grants',       'accepted annulled',        '{decision_maker,secretary}'),
	('grants',       'active annulled',          '{decision_maker,secretary}'),
	('grants',       'annulled accepted',        '{decision_maker,secretary}'),
	('grants',       'annulled active',          '{decision_maker,secretary}'),
	('hearings',     'raised commented',         '{hub_editor,hub_signatory,firm}'),
	('hearings',     'commented commented',      '{hub_editor,hub_signatory,firm}'),
	('hearings',     'weighed commented',        '{hub_editor,hub_signatory,firm}'),
	('hearings',     'commented weighed',         '{caseworker}'),
	('hearings',     'raised withdrawn',         '{caseworker}'),
	('hearings',     'commented withdrawn',      '{caseworker}'),
	('amendments',   'asked prepared',           '{caseworker}'),
	('amendments',   'prepared prepared',        '{caseworker}'),
	('amendments',   'prepared asked',           '{decision_maker,secretary}'),
	('amendments',   'prepared approved',        '{decision_maker,secretary}'),
	('amendments',   'prepared refused',         '{decision_maker,secretary}'),
	('amendments',   'asked withdrawn',          '{hub_signatory,firm,caseworker}'),
	('amendments',   'prepared withdrawn',       '{hub_signatory,firm,caseworker}'),
	('amendments',   'asked void',               '{hub_signatory,firm,caseworker,decision_maker,secretary,system}'),
	('amendments',   'prepared void',            '{hub_signatory,firm,caseworker,decision_maker,secretary,system}'),
	('grants',       'offered lapsed',           '{system}'),
	('grants',       'accepted lapsed',          '{system}'),
	('grants',       'active lapsed',            '{system}'),
	('claims',       'submitted reviewed',       '{caseworker}'),
	('claims',       'submitted rejected',       '{caseworker}'),
	('claims',       'reviewed attested',        '{attestant}'),
	('claims',       'reviewed submitted',       '{attestant}'),
	('claims',       'attested released',        '{releaser}'),
	('claims',       'attested submitted',       '{releaser}'),
	('deliveries', 'queued sending', '{system}'), ('deliveries', 'sending sending', '{system}'), ('deliveries', 'sending queued', '{system}'),
	('deliveries', 'sending sent', '{system}'), ('deliveries', 'sending failed', '{system}'), ('deliveries', 'queued failed', '{system}'),
	('deliveries', 'sending dropped', '{system}'), ('deliveries', 'queued dropped', '{system}'), ('deliveries', 'failed settled', '{caseworker}'),
	('archive_messages', 'queued sent', '{system}'), ('archive_messages', 'queued failed', '{system}'), ('archive_messages', 'sent received', '{system}'),
	('archive_messages', 'sent failed', '{system}'), ('archive_messages', 'sent dropped', '{system}'), ('archive_messages', 'queued received', '{system}'), ('archive_messages', 'failed received', '{system}'),
	('archive_messages', 'failed queued', '{archivist}'), ('archive_messages', 'sent queued', '{archivist}'),
	('archive_messages', 'queued dropped', '{archivist,caseworker,secretary,system}'), ('archive_messages', 'failed dropped', '{archivist,caseworker,secretary,system}'),
	('journal_posts', 'M J', '{archivist}'), ('journal_posts', 'E J', '{archivist}'), ('journal_posts', 'F J', '{archivist}'),
	('journal_posts', 'M U', '{archivist}'), ('journal_posts', 'E U', '{archivist}'), ('journal_posts', 'F U', '{archivist}'),
	('journal_posts', 'J U', '{archivist}'), ('journal_posts', 'A J', '{archivist,caseworker,secretary}'), ('journal_posts', 'J A', '{system}'),
	('payments',     'queued exported',          '{finance}'),
	('payments',     'exported sent_unconfirmed', '{finance}'),
	('payments',     'sent_unconfirmed sent_unconfirmed', '{finance}'),
	('payments',     'sent_unconfirmed paid',    '{finance}'),
	('letters',      'waiting made',             '{system}'),
	('mailings',     'waiting noted',            '{caseworker}'),
	('mailings',     'waiting dropped',          '{decision_maker,secretary,caseworker,hub_signatory,firm,system}'),
	('application_partners', 'asked confirmed',    '{hub_signatory,firm,caseworker}'),
	('application_partners', 'declined confirmed', '{caseworker}'),
	('application_partners', 'removed confirmed',  '{caseworker}'),
	('application_partners', 'asked declined',     '{hub_signatory,firm,caseworker}'),
	('application_partners', 'asked removed',      '{hub_editor,hub_signatory,firm,caseworker,decision_maker,secretary,system}'),
	('application_partners', 'confirmed asked',    '{hub_editor,hub_signatory,firm,caseworker}'),
	('application_partners', 'confirmed withdrawn', '{hub_signatory,firm}'),
	('application_partners', 'confirmed removed',  '{hub_editor,hub_signatory,firm,caseworker,decision_maker,secretary,system}'),
	('late_submissions', 'asked recommended',    '{caseworker}'),
	('late_submissions', 'recommended recommended', '{caseworker}'),
	('late_submissions', 'recommended asked',    '{decision_maker}'),
	('late_submissions', 'recommended granted',  '{decision_maker}'),
	('late_submissions', 'recommended refused',  '{decision_maker}'),
	('forms',        'proposed approved',        '{caseworker}'),
	('forms',        'proposed rejected',        '{caseworker}'),
	('calls',        'planned open',             '{caseworker}'),
	('calls',        'open closed',              '{caseworker}'),
	('projects',     'idea planned',             '{hub_editor,hub_signatory}'),
	('projects',     'applied planned',          '{hub_editor,hub_signatory}'),
	('projects',     'planned applied',          '{hub_editor,hub_signatory}'),
	('projects',     'planned running',          '{hub_editor,hub_signatory}'),
	('projects',     'applied running',          '{hub_editor,hub_signatory}'),
	('projects',     'running done',             '{hub_editor,hub_signatory}'),
	('projects',     'idea given_up',            '{hub_editor,hub_signatory}'),
	('projects',     'planned given_up',         '{hub_editor,hub_signatory}'),
	('projects',     'applied given_up',         '{hub_editor,hub_signatory}'),
	('projects',     'running given_up',         '{hub_editor,hub_signatory}'),
	('project_invitations', 'asked accepted',    '{firm,hub_editor,hub_signatory}'),
	('project_invitations', 'asked declined',    '{firm,hub_editor,hub_signatory}'),
	('project_invitations', 'accepted declined', '{firm,hub_editor,hub_signatory}'),
	('project_invitations', 'accepted asked',    '{hub_editor,hub_signatory}'),
	('project_invitations', 'asked withdrawn',   '{hub_editor,hub_signatory}'),
	('messages', 'sent read', '{hub_editor,hub_signatory,firm,caseworker,decision_maker,programme_lead,secretary}'),
	('progress_reports', 'expected submitted',   '{hub_editor,hub_signatory}'),
	('progress_reports', 'expected withdrawn',   '{caseworker}'),
	('progress_reports', 'returned submitted',   '{hub_editor,hub_signatory}'),
	('progress_reports', 'submitted returned',   '{caseworker}'),
	('progress_reports', 'submitted approved',   '{caseworker}'),
	('samplings',    'drawn open',               '{programme_lead}'),
	('samplings',    'open closed',              '{programme_lead}'),
	('sampling_answers', 'given accepted',       '{programme_lead}'),
	('sampling_answers', 'given returned',       '{programme_lead}'),
	('fagpartnere',  'active retired',           '{caseworker,programme_lead,fagpartner}'),
	('engagements',  'proposed agreed',          '{hub_signatory,fagpartner}'),
	('engagements',  'proposed declined',        '{hub_signatory,fagpartner}'),
	('engagements',  'agreed ended',             '{hub_signatory}'),
	('hours',        'ordered delivered',        '{hub_editor,hub_signatory,fagpartner}'),
	('hours',        'delivered delivered',      '{hub_editor,hub_signatory}'),
	('hours',        'delivered ordered',        '{hub_editor,hub_signatory,fagpartner}'),
	('hours',        'ordered cancelled',        '{hub_editor,hub_signatory,firm}'),
	('hours',        'delivered confirmed',      '{firm}'),
	('hours',        'confirmed confirmed',      '{firm}'),
	('hours',        'confirmed ordered',        '{hub_editor,hub_signatory,fagpartner}'),
	('hours',        'confirmed delivered',      '{hub_editor,hub_signatory}'),
	('hours',        'confirmed invoiced',       '{hub_editor,hub_signatory,fagpartner}'),
	('hours',        'invoiced confirmed',       '{hub_editor,hub_signatory,fagpartner}'),
	('copayments',    'due invoiced',            '{hub_editor,hub_signatory,finance}'),
	('copayments',    'due waived',              '{hub_signatory,finance}'),
	('copayments',    'due credited',            '{hub_editor,hub_signatory,finance}'),
	('copayments',    'invoiced part_paid',      '{hub_editor,hub_signatory,finance}'),
	('copayments',    'invoiced paid',           '{hub_editor,hub_signatory,finance}'),
	('copayments',    'invoiced waived',         '{hub_signatory,finance}'),
	('copayments',    'invoiced written_off',    '{hub_signatory,finance}'),
	('copayments',    'invoiced credited',       '{hub_signatory,finance}'),
	('copayments',    'part_paid part_paid',     '{hub_editor,hub_signatory,finance}'),
	('copayments',    'part_paid paid',          '{hub_editor,hub_signatory,finance}'),
	('copayments',    'part_paid waived',        '{hub_signatory,finance}'),
	('copayments',    'part_paid written_off',   '{hub_signatory,finance}'),
	('copayments',    'part_paid credited',      '{hub_signatory,finance}'),
	('copayments',    'paid paid',               '{hub_editor,hub_signatory,finance}'),
	('copayments',    'paid credited',           '{hub_signatory,finance}'),
	('copayments',    'credited credited',       '{hub_editor,hub_signatory,finance}'),
	('copayments',    'part_paid invoiced',      '{hub_editor,hub_signatory,finance}'),
	('copayments',    'paid part_paid',          '{hub_editor,hub_signatory,finance}'),
	('copayments',    'paid invoiced',           '{hub_editor,hub_signatory,finance}'),
	('copayments',    'waived part_paid',        '{hub_editor,hub_signatory,finance}'),
	('copayments',    'waived invoiced',         '{hub_editor,hub_signatory,finance}'),
	('copayments',    'written_off part_paid',   '{hub_editor,hub_signatory,finance}'),
	('copayments',    'written_off invoiced',    '{hub_editor,hub_signatory,finance}'),
	('copayments',    'written_off written_off', '{hub_editor,hub_signatory,finance}'),
	('copayments',    'written_off paid',        '{hub_editor,hub_signatory,finance}'),
	('copayment_reliefs', 'asked given',             '{hub_signatory,finance}'),
	('copayment_reliefs', 'asked refused',           '{hub_signatory,finance}'),
	('bank_entries',  'unmatched matched',       '{hub_editor,hub_signatory,finance}'),
	('bank_entries',  'unmatched ignored',       '{hub_editor,hub_signatory,finance}'),
	('bank_entries',  'unmatched returned',      '{hub_editor,hub_signatory,finance}'),
	('bank_entries',  'unmatched split',         '{hub_editor,hub_signatory,finance}'),
	('bank_entries',  'matched unmatched',       '{hub_editor,hub_signatory,finance}'),
	('bank_entries',  'ignored unmatched',       '{hub_editor,hub_signatory,finance}'),
	('bank_entries',  'returned unmatched',      '{hub_editor,hub_signatory,finance}'),
	('enrolments',   'prospect assessed',        '{hub_editor,hub_signatory}'),
	('enrolments',   'prospect waiting',         '{hub_editor,hub_signatory}'),
	('enrolments',   'assessed waiting',         '{hub_editor,hub_signatory}'),
	('enrolments',   'completed waiting',        '{hub_editor,hub_signatory}'),
	('enrolments',   'prospect enrolled',        '{hub_editor,hub_signatory}'),
	('enrolments',   'assessed enrolled',        '{hub_editor,hub_signatory}'),
	('enrolments',   'completed enrolled',       '{hub_editor,hub_signatory}'),
	('enrolments',   'waiting enrolled',         '{hub_editor,hub_signatory}'),
	('enrolments',   'waiting waiting',          '{hub_editor,hub_signatory}'),
	('enrolments',   'enrolled waiting',         '{hub_editor,hub_signatory}'),
	('enrolments',   'enrolled enrolled',        '{hub_editor,hub_signatory}'),
	('enrolments',   'enrolled active',          '{hub_editor,hub_signatory}'),
	('enrolments',   'active completed',         '{hub_editor,hub_signatory}'),
	('enrolments',   'completed finished',       '{hub_editor,hub_signatory}'),
	('enrolments',   'waiting finished',         '{hub_editor,hub_signatory,firm}'),
	('enrolments',   'prospect dropped_out',     '{hub_editor,hub_signatory,firm}'),
	('enrolments',   'assessed dropped_out',     '{hub_editor,hub_signatory,firm}'),
	('enrolments',   'waiting dropped_out',      '{hub_editor,hub_signatory,firm}'),
	('enrolments',   'enrolled dropped_out',     '{hub_editor,hub_signatory}'),
	('enrolments',   'active dropped_out',       '{hub_editor,hub_signatory}'),
	('enrolments',   'completed dropped_out',    '{hub_editor,hub_signatory}'),
	('enrolments',   'finished prospect',        '{hub_editor,hub_signatory,firm,caseworker}'),
	('enrolments',   'dropped_out prospect',     '{hub_editor,hub_signatory,firm,caseworker}'),
	('gate_waivers', 'asked given',              '{caseworker,programme_lead}'),
	('gate_waivers', 'asked refused',            '{caseworker,programme_lead}'),
	('deliverables', 'begun delivered',          '{hub_editor,hub_signatory}'),
	('deliverables', 'begun discarded',          '{hub_editor,hub_signatory}'),
	('deliverables', 'delivered accepted',       '{firm}'),
	('deliverables', 'delivered begun',          '{firm}'),
	('documents',    'receiving scanning',       '{hub_editor,hub_signatory,firm,caseworker,secretary}'),
	('documents',    'receiving refused',        '{system}'),
	('documents',    'receiving discarded',      '{hub_editor,hub_signatory,firm,caseworker}'),
	('documents',    'scanning discarded',       '{hub_editor,hub_signatory,firm,caseworker}'),
	('documents',    'clean discarded',          '{hub_editor,hub_signatory,firm,caseworker}'),
	('documents',    'scanning clean',           '{system}'),
	('documents',    'scanning infected',        '{system}'),
	('documents',    'scanning refused',         '{system}'),
	('disqualifications', 'raised disqualified', '{caseworker,decision_maker,steering_member,programme_lead,secretary,attestant,releaser,finance,archivist,county_admin}'),
	('disqualifications', 'raised cleared',      '{decision_maker,programme_lead,secretary}'),
	('disqualifications', 'disqualified cleared', '{decision_maker,programme_lead,secretary}'),
	('destructions', 'proposed approved',        '{archivist}'),
	('destructions', 'proposed rejected',        '{archivist}'),
	('destructions', 'approved done',            '{system}'),
	('destruction_items', 'waiting destroyed',   '{system}'),
	('destruction_items', 'waiting spared',      '{archivist,system}'),
	('legal_holds',  'asked standing',           '{archivist,decision_maker}'),
	('legal_holds',  'asked refused',            '{archivist,decision_maker}'),
	('legal_holds',  'standing lift_asked',      '{archivist,decision_maker}'),
	('legal_holds',  'lift_asked standing',      '{archivist,decision_maker}'),
	('legal_holds',  'lift_asked lifted',        '{archivist,decision_maker}'),
	('appeals',      'lodged reconsidered',      '{caseworker}'),
	('appeals',      'reconsidered lodged',      '{decision_maker,secretary}'),
	('appeals',      'reconsidered allowed',     '{decision_maker,secretary}'),
	('appeals',      'reconsidered allowed_in_part', '{decision_maker,secretary}'),
	('appeals',      'reconsidered not_allowed', '{decision_maker,secretary}'),
	('appeals',      'reconsidered forwarded',   '{decision_maker,secretary}'),
	('appeals',      'reconsidered sent_back',   '{decision_maker,secretary}'),
	('appeals',      'reconsidered inadmissible', '{decision_maker,secretary}'),
	('appeals',      'inadmissible lodged',      '{decision_maker,secretary}'),
	('appeals',      'sent_back reconsidered',   '{caseworker}'),
	('appeals',      'forwarded answered',       '{secretary}'),
	('appeals',      'answered forwarded',       '{decision_maker,secretary}'),
	('appeals',      'answered allowed',         '{decision_maker,secretary}'),
	('appeals',      'answered allowed_in_part', '{decision_maker,secretary}'),
	('appeals',      'answered not_allowed',     '{decision_maker,secretary}'),
	('appeals',      'answered sent_back',       '{decision_maker,secretary}'),
	('appeals',      'lodged withdrawn',         '{hub_signatory,firm}'),
	('appeals',      'reconsidered withdrawn',   '{hub_signatory,firm}'),
	('appeals',      'forwarded withdrawn',      '{hub_signatory,firm}'),
	('appeal_proposals', 'proposed confirmed',   '{decision_maker,secretary}'),
	('appeal_proposals', 'proposed returned',    '{decision_maker,secretary,hub_signatory,firm}'),
	('applications', 'rejected granted',         '{decision_maker,secretary}'),
	('applications', 'rejected part_granted',    '{decision_maker,secretary}'),
	('applications', 'part_granted granted',     '{decision_maker,secretary}'),
	('applications', 'granted part_granted',     '{decision_maker,secretary}'),
	('applications', 'rejected in_review',       '{decision_maker,secretary}'),
	('applications', 'ineligible in_review',     '{decision_maker,secretary}'),
	('applications', 'dismissed in_review',      '{decision_maker,secretary}'),
	('applications', 'granted rejected',        '{decision_maker,secretary}'),
	('applications', 'granted in_review',       '{decision_maker,secretary}'),
	('applications', 'part_granted rejected',   '{decision_maker,secretary}'),
	('applications', 'part_granted in_review',  '{decision_maker,secretary}'),
	('applications', 'accepted rejected',       '{decision_maker,secretary}'),
	('applications', 'accepted in_review',      '{decision_maker,secretary}'),
	('applications', 'active rejected',         '{decision_maker,secretary}'),
	('applications', 'active in_review',        '{decision_maker,secretary}'),
	('appeals',      'lodged moot',             '{decision_maker,secretary}'),
	('appeals',      'reconsidered moot',       '{decision_maker,secretary}'),
	('appeals',      'forwarded moot',          '{decision_maker,secretary}'),
	('appeals',      'answered moot',           '{decision_maker,secretary}'),
	('reversals',    'proposed decided',         '{decision_maker,secretary}'),
	('reversals',    'proposed returned',        '{decision_maker,secretary}'),
	('reversals',    'proposed withdrawn',       '{caseworker}'),
	('meetings',     'planned called',           '{secretary}'),
	('meetings',     'called called',            '{secretary}'),
	('meetings',     'planned cancelled',        '{secretary}'),
	('meetings',     'called cancelled',         '{secretary}'),
	('meetings',     'called open',              '{secretary}'),
	('meetings',     'open closed',              '{secretary}'),
	('meetings',     'closed approved',          '{steering_member,decision_maker,programme_lead}'),
	('meeting_items', 'listed withdrawn',        '{secretary}'),
	('meeting_items', 'listed resolved',         '{secretary}'),
	('meeting_items', 'listed postponed',        '{secretary}'),
	('proposals',    'made voting',              '{secretary}'),
	('proposals',    'voting carried',           '{secretary}'),
	('proposals',    'voting fell',              '{secretary}'),
	('proposals',    'voting void',              '{secretary}'),
	('minutes',      'written approved',         '{steering_member,decision_maker,programme_lead}'),
	('minutes',      'written replaced',         '{secretary}'),
	('criteria',     'active retired',           '{caseworker,programme_lead}'),
	('evaluations',  'scoring scoring',          '{caseworker,programme_lead,steering_member}'),
	('evaluations',  'scoring scored',           '{caseworker,programme_lead,steering_member}'),
	('evaluations',  'scored scoring',           '{caseworker,programme_lead}'),
	('evaluations',  'scored scored',            '{caseworker,programme_lead}'),
	('evaluations',  'scored consolidated',      '{caseworker}'),
	('evaluations',  'consolidated scored',      '{caseworker,programme_lead,decision_maker,secretary}'),
	('evaluations',  'consolidated scoring',     '{caseworker,programme_lead}'),
	('evaluations',  'ineligible void',          '{caseworker,decision_maker,secretary}'),
	('evaluations',  'scoring void',             '{caseworker}'),
	('evaluations',  'scored void',              '{caseworker}'),
	('evaluations',  'consolidated void',        '{caseworker}'),
	('assessors',    'named scored',             '{caseworker,programme_lead,steering_member}'),
	('assessors',    'scored scored',            '{caseworker,programme_lead,steering_member}'),
	('assessors',    'named released',           '{caseworker,programme_lead}'),
	('assessors',    'scored released',          '{caseworker,programme_lead}'),
	('access_items', 'asked given', '{archivist,caseworker}'),
	('access_items', 'asked part', '{archivist,caseworker}'),
	('access_items', 'asked refused', '{archivist,caseworker}'),
	('access_items', 'asked complained', '{system}'),
	('access_items', 'part complained', '{system}'),
	('access_items', 'refused complained', '{system}'),
	('access_items', 'complained given', '{archivist,caseworker}'),
	('access_items', 'complained forwarded', '{archivist,caseworker}'),
	('access_items', 'forwarded given', '{archivist,caseworker}'),
	('access_items', 'forwarded part', '{archivist,caseworker}'),
	('access_items', 'forwarded refused', '{archivist,caseworker}'),
	('access_requests', 'received received', '{archivist,caseworker}'),
	('access_requests', 'received replied', '{archivist,caseworker}'),
	('access_requests', 'received complained', '{system}'),
	('access_requests', 'complained received', '{archivist,caseworker}'),
	('access_requests', 'complained complained', '{archivist,caseworker,system}'),
	('access_requests', 'complained replied', '{archivist,caseworker}'),
	('access_requests', 'replied complained', '{system}'),
	('setup_changes', 'proposed approved',       '{county_admin,decision_maker,caseworker}'),
	('setup_changes', 'proposed rejected',       '{county_admin,decision_maker,caseworker}'),
	('handovers',    'asked accepted',           '{hub_editor,hub_signatory,caseworker,programme_lead}'),
	('handovers',    'asked declined',           '{hub_editor,hub_signatory,firm}'),
	('handovers',    'asked withdrawn',          '{hub_editor,hub_signatory,firm,caseworker,programme_lead}'),
	('assessments',  'draft final',              '{hub_editor,hub_signatory,firm}'),
	('assessments',  'draft discarded',          '{hub_editor,hub_signatory,firm}'),
	('cohorts',      'planned running',          '{hub_editor,hub_signatory}'),
	('cohorts',      'planned cancelled',        '{hub_editor,hub_signatory}'),
	('cohorts',      'running cancelled',        '{hub_editor,hub_signatory}'),
	('cohorts',      'running ended',            '{hub_editor,hub_signatory}'),
	('networks',     'open ended',               '{hub_editor,hub_signatory}'),
	('sessions',     'planned held',             '{hub_editor,hub_signatory}'),
	('sessions',     'held planned',             '{hub_editor,hub_signatory}'),
	('sessions',     'planned cancelled',        '{hub_editor,hub_signatory,caseworker,programme_lead,firm}')
) as e(object, edge, roles);

-- A row of each object that can stand in any state.
create temp table examples (object text, id bigint);
insert into examples values ('tracks', 100), ('applications', 104), ('messages', 102), ('grants', 104), ('claims', 103), ('payments', 103), ('documents', 104), ('calls', 500), ('forms', 502), ('late_submissions', 100), ('setup_changes', 501),
	('cohorts', 100), ('networks', 100), ('sessions', 100), ('handovers', 100), ('assessments', 100),
	('projects', 100), ('project_invitations', 100), ('progress_reports', 100), ('samplings', 100), ('sampling_answers', 100),
	('fagpartnere', 100), ('engagements', 100), ('hours', 100),
	('copayments', 100), ('copayment_reliefs', 100), ('bank_entries', 100),
	('enrolments', 100), ('gate_waivers', 100), ('deliverables', 100), ('disqualifications', 100), ('legal_holds', 100),
	('meetings', 101), ('meeting_items', 100), ('proposals', 100), ('minutes', 100), ('criteria', 500), ('evaluations', 104), ('assessors', 104),
	('appeals', 105), ('appeal_proposals', 105), ('letters', 104), ('mailings', 104);
insert into examples values ('decision_conditions', 104), ('application_partners', 104);
insert into examples values ('decision_conditions', 104), ('amendments', 104);
insert into examples values ('grant_settlements', 104), ('reversals', 104);
insert into examples values ('decision_conditions', 104), ('amendments', 104), ('hearings', 104);
insert into examples values ('access_requests', 100), ('access_items', 101);
insert into examples values ('destructions', 100), ('destruction_items', 100);
insert into examples select 'deliveries', id from trinn.deliveries where county_id = 50 and application_id = 104 limit 1;
insert into examples select 'archive_messages', id from trinn.archive_messages where county_id = 50 and application_id = 104 limit 1;
insert into examples select 'journal_posts', id from trinn.journal_posts where county_id = 50 and application_id = 104 and number = 1;

create temp view states as
	select conrelid::regclass as tbl, c.relname::text as object, m[1] as state
	from pg_constraint k join pg_class c on c.oid = k.conrelid, regexp_matches(pg_get_constraintdef(k.oid), '''([a-zA-Z_]+)''::text', 'g') m
	where k.connamespace = 'trinn'::regnamespace and k.contype = 'c' and k.conname = c.relname || '_state_check';

select set_eq($$ select tgrelid::regclass::text from pg_trigger where tgfoid = 'trinn.check_transition'::regproc $$,
	$$ select distinct 'trinn.' || object from edges $$, 'every object with edges has them checked');
select is_empty($$ select from_state from edges except select state from states $$, 'every edge begins in a state');
select is_empty($$ select to_state from edges except select state from states $$, 'and ends in one');

-- Sets the example to each state and tries every one as each role, as table owner, so that only the edges stand in the way.
create function pg_temp.refused(p_object text, p_from text, p_to text, p_role text, p_id bigint) returns boolean language plpgsql as $$
declare state text;
begin
	begin
		execute format('update trinn.%I set state = %L where id = %s and county_id = 50', p_object, p_to, p_id);
		raise exception using errcode = 'TUNDO';
	exception when sqlstate 'TUNDO' then
		return false;
	when others then
		get stacked diagnostics state = returned_sqlstate;
		return state like 'TR%';
	end;
end $$;

create function pg_temp.try_all() returns table (object text, from_state text, to_state text, role text, is_refused boolean) language plpgsql as $$
declare
	r record;
	x record;
	s record;
begin
	for r in select a.role, coalesce(p.subject, '') as subject from trinn.roles a left join trinn.principals p on p.subject = a.role and p.issuer_id = 1 loop
		perform t.act(r.subject, null, 'jobs');
		for x in select e.object, e.id, st.state from examples e join states st on st.object = e.object loop
			-- As it stood before it was signed and listed; what a state also requires is not asked here.
			set local session_replication_role = replica;
			execute format('update trinn.%I set state = %L where id = %s and county_id = 50', x.object, x.state, x.id);
			set local session_replication_role = origin;
			for s in select st.state from states st where st.object = x.object loop
				return query select x.object, x.state, s.state, r.role, pg_temp.refused(x.object, x.state, s.state, r.role, x.id);
			end loop;
		end loop;
	end loop;
end $$;

-- A constraint that ties a state to other columns would keep the example from standing in it.
alter table trinn.payments drop constraint payments_listed, drop constraint payments_paid;
alter table trinn.setup_changes disable trigger setup_changes_role; -- of which kind by whom: setup.sql
alter table trinn.setup_changes drop constraint setup_changes_decided, drop constraint setup_changes_has_target;
alter table trinn.forms drop constraint forms_refused, drop constraint forms_two_persons, disable trigger forms_final;
alter table trinn.late_submissions drop constraint late_submissions_decided, drop constraint late_submissions_outcome, disable trigger late_submissions_final;
alter table trinn.sessions drop constraint sessions_held, disable trigger sessions_reopened;
alter table trinn.project_invitations drop constraint project_invitations_consented;
alter table trinn.letters drop constraint letters_made;
alter table trinn.mailings drop constraint mailings_noted, disable trigger mailings_kept;
alter table trinn.legal_holds drop constraint legal_holds_settled, drop constraint legal_holds_lifted, disable trigger legal_holds_kept;
alter table trinn.hearings drop constraint hearings_exempt, drop constraint hearings_answered, drop constraint hearings_weighed;
alter table trinn.grants disable trigger grants_said_accepted, disable trigger grants_said_declined;
alter table trinn.applications disable trigger applications_said_withdrawn;
alter table trinn.amendments drop constraint amendments_settled, drop constraint amendments_approved;
alter table trinn.grant_settlements drop constraint grant_settlements_settled;
alter table trinn.reversals drop constraint reversals_settled, disable trigger reversals_kept, disable trigger reversals_as_proposed,
	disable trigger reversals_resolved;
alter table trinn.access_items drop constraint access_items_complained, disable trigger access_items_answered;
do $$ declare c record; begin
	for c in select conrelid::regclass as tbl, conname from pg_constraint
		where contype = 'c' and conrelid::regclass::text = any ('{trinn.copayments,trinn.copayment_reliefs,trinn.bank_entries,trinn.documents,trinn.meetings,trinn.meeting_items,trinn.proposals,trinn.minutes}')
			and conname not like '%_state_check' loop
		execute format('alter table %s drop constraint %I', c.tbl, c.conname);
	end loop;
end $$;
alter table trinn.decision_conditions drop constraint decision_conditions_reported, drop constraint decision_conditions_met,
	drop constraint decision_conditions_waiver, drop constraint decision_conditions_waived, drop constraint decision_conditions_lifted,
	drop constraint decision_conditions_over,
	disable trigger decision_conditions_lifted_on_appeal;
alter table trinn.application_partners drop constraint application_partners_confirmed, disable trigger application_partners_kept,
	disable trigger application_partners_step;
alter table trinn.progress_reports drop constraint progress_reports_withdrawn;
alter table trinn.messages drop constraint messages_read, drop constraint messages_noted;
alter table trinn.evaluations drop constraint evaluations_consolidated, disable trigger evaluations_all_in;
alter table trinn.assessors drop constraint assessors_check;
alter table trinn.appeals drop constraint appeals_settled, drop constraint appeals_costs, disable trigger appeals_answered, disable trigger appeals_closed,
	disable trigger appeals_said;
drop index trinn.appeals_one, trinn.appeal_proposals_one;
alter table trinn.appeal_proposals drop constraint appeal_proposals_settled, drop constraint appeal_proposals_check2;
alter table trinn.tracks disable trigger tracks_over;
alter table trinn.applications disable trigger applications_track_open, disable trigger applications_sent_in_time, disable trigger applications_sent,
	disable trigger applications_withdrawn;
-- Whose it is to take a step is not asked here either.
alter table trinn.copayments disable trigger copayments_by_creditor;
alter table trinn.copayment_reliefs disable trigger copayment_reliefs_by_creditor;
alter table trinn.hours disable trigger hours_by_hub;
alter table trinn.engagements drop constraint engagements_agreed;
alter table trinn.hours drop constraint hours_freed, drop constraint hours_delivered, drop constraint hours_confirmed, drop constraint hours_invoiced;
alter table trinn.enrolments drop constraint enrolments_staged, drop constraint enrolments_dropped_out, drop constraint enrolments_waits;
alter table trinn.disqualifications drop constraint disqualifications_two_persons, drop constraint disqualifications_check;
alter table trinn.gate_waivers drop constraint gate_waivers_decided;
alter table trinn.destructions drop constraint destructions_two_persons, drop constraint destructions_decided, disable trigger destructions_kept;
alter table trinn.destruction_items drop constraint destruction_items_destroyed, disable trigger destruction_items_kept;
alter table trinn.deliveries drop constraint deliveries_sent, drop constraint deliveries_portal, drop constraint deliveries_failed, drop constraint deliveries_settled;
alter table trinn.journal_posts drop constraint journal_posts_checked, drop constraint journal_posts_stands, drop constraint journal_posts_archived;
alter table trinn.archive_messages drop constraint archive_messages_received, drop constraint archive_messages_failed;
alter table trinn.journal_posts disable trigger journal_posts_archive, disable trigger journal_posts_void;
alter table trinn.deliverables drop constraint deliverables_delivered, drop constraint deliverables_accepted;
alter table trinn.deliverables disable trigger deliverables_kept;
alter table trinn.sampling_answers drop constraint sampling_answers_settled, drop constraint sampling_answers_returned;
alter table trinn.sampling_answers disable trigger sampling_answers_kept;
alter table trinn.documents disable trigger documents_kept;
alter table trinn.proposals disable trigger proposals_counted;
create temp table tried as select * from pg_temp.try_all();

select cmp_ok((select count(*) from tried), '>', 5000::bigint, 'every role has tried every step');
select set_eq($$ select object, from_state, to_state, role from tried where not is_refused $$,
	$$ select object, from_state, to_state, unnest(roles) from edges $$, 'none but the edges written here are open, each to its roles');

select t.forget();
select throws_ok($$ update trinn.calls set state = 'closed' where id = 180 $$, 'TR460', null, 'without a caller none is');
select t.act('caseworker');
select throws_ok($$ update trinn.calls set state = state where id = 180 $$, 'TR460', null, 'to step to where it stands is a step too');
select lives_ok($$ update trinn.calls set version = version + 1 where id = 180 $$, 'what sets no state is none');

select * from finish();
rollback;
