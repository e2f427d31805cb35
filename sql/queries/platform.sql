-- part: last_key
-- Where a page begins that goes from the last id to the first. With CASE, not COALESCE, of which PostgreSQL does not
-- know that it keeps what it is given to itself: under row-level security it would be no condition of an index.
case when :after is null then 9223372036854775807 else :after end
-- end

-- part: first_key
case when :after is null then 0 else :after end
-- end

-- query: set_caller(iss text, subject text, act_as text, roles text[], wanted_scope text, is_client bool, trace text) @read @write @export
-- The first statement of every segment: who acts, in which role. See trinn.set_caller().
select trinn.set_caller(:iss, :subject, :act_as, :roles, :wanted_scope, :is_client),
	set_config('trinn.trace', :trace, true);

-- query: fitting_roles(iss text, subject text, act_as text, roles text[], wanted_scope text, is_client bool) @read
select f.id from trinn.fitting_roles(:iss, :subject, :act_as, :roles, :wanted_scope, :is_client) f (id) order by f.id;

-- query: find_key(operation text, key text, fingerprint text) @read
select status, location, etag, reply from trinn.find_key(:operation, :key, :fingerprint);

-- query: claim_key(operation text, key text) @write
select trinn.claim_key(:operation, :key);

-- query: lock_guards(guards jsonb) @write
select trinn.lock_guards(:guards);

-- query: audit(case_kind text, case_id int8, action text, object_kind text, object_id int8, reason text, detail jsonb) @write
select trinn.audit(:case_kind, :case_id, :action, :object_kind, :object_id, :reason, :detail);

-- query: tell(topic text, object_kind text, object_id int8, concerns int8?, detail jsonb) @write
-- The outbox entry of a change, told to others by trinn-jobs after it is committed.
insert into trinn.outbox (county_id, topic, object_kind, object_id, organisation_id, content)
values (trinn.caller_county(), :topic, :object_kind, :object_id, :concerns, :detail);

-- query: new_guard(kind text, id int8) @write
select trinn.new_guard(:kind, :id);

-- query: new_guard_of(kind text, id int8, organisation_id int8) @write
select trinn.new_guard(:kind, :id, :organisation_id);

-- query: is_alive() @read
select 1;

-- query: figures() @read
-- What operators watch that only the database knows, of all counties.
select name, help, value from trinn.letter_figures()
union all select name, help, value from trinn.archive_figures()
union all select name, help, value from trinn.mail_figures();

-- query: issuers() @read
select iss, audience, array_to_string(algorithms, ' ') as algorithms, max_lifetime_s, leeway_s, development
	from trinn.issuers;

-- query: issuer_keys() @read
select i.iss, k.kid, k.jwk from trinn.issuer_keys k join trinn.issuers i on i.id = k.issuer_id
	where k.retired_at is null;

-- query: schema_number() @read
select max(number) from trinn.schema_versions;

-- query: ask_for_keys(iss text) @write
select trinn.ask_for_keys(:iss);
