-- part: seats_of
-- How many vote in body b on a day.
(select count(*) from trinn.members_of(b.county_id, b.id, trinn.today()) m where m.seat in ('chair', 'member'))
-- end

-- query: body_document(body_id int8) @read
select b.version::text as etag, json_build_object('id', b.id::text, 'name', b.name, 'kind', b.kind, 'seats', {seats_of},
	'quorumMembers', b.quorum_members, 'quorumBasisPoints', b.quorum_bp, 'hasCastingVote', b.has_casting_vote,
	'hasOutsideMembers', b.has_outside_members, 'edition', b.current_edition,
	'members', coalesce((select json_agg(json_build_object(
			'person', json_build_object('id', m.person_id::text, 'name', trinn.person_name(m.person_id)), 'seat', m.seat,
			'validFrom', m.valid_from, 'validTo', m.valid_to) order by m.position)
		from trinn.body_members m where m.county_id = b.county_id and m.body_id = b.id and m.edition = b.current_edition), '[]'),
	'delegations', coalesce((select json_agg(json_build_object('fundingLineId', l.id::text, 'fundingLine', l.name,
			'limitOre', a.limit_ore, 'resolution', a.resolution, 'validFrom', a.valid_from, 'validTo', a.valid_to,
			'isInForce', exists (select from trinn.authorities_on(a.county_id, l.id, trinn.today()) t where t.id = a.id))
			order by l.id, a.valid_from, a.id)
		from trinn.authorities a join trinn.funding_lines l on l.county_id = a.county_id and l.id = a.funding_line_id
		where a.county_id = b.county_id and a.body_id = b.id), '[]'))::text as document
from trinn.bodies b where b.county_id = (select trinn.caller_county()) and b.id = :body_id;

-- query: list_bodies(after int8?, limit int8) @read
{list_by_id} from (select b.id as key,
	json_build_object('id', b.id::text, 'name', b.name, 'kind', b.kind, 'seats', {seats_of}) as item
	from (select * from trinn.bodies where county_id = (select trinn.caller_county()) and id < {last_key}
		order by id desc limit :limit + 1) b) p;
