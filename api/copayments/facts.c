/* What every command on a co-payment is decided on, as its load tells it. */
#include "api/copayments/commands.h"

static const struct shape_field relief_fields[] = {
	SHAPE_FIELD(struct copayment_relief, id, "id", I64),
	SHAPE_FIELD(struct copayment_relief, kind, "kind", TEXT),
	SHAPE_FIELD(struct copayment_relief, asked_by, "askedBy", I64),
	SHAPE_FIELD(struct copayment_relief, aid_ore, "aidOre", I64),
	SHAPE_FIELD(struct copayment_relief, aid_checked_by, "aidCheckedBy", I64),
	SHAPE_FIELD(struct copayment_relief, is_aid_refused, "isAidRefused", BOOL),
};
static const struct shape relief_shape = SHAPE(struct copayment_relief, relief_fields);

static const struct shape_field refused_fields[] = {
	SHAPE_FIELD(struct refused_aid, declared_ore, "declaredOre", I64),
	SHAPE_FIELD(struct refused_aid, reason, "reason", TEXT),
};
static const struct shape refused_shape = SHAPE(struct refused_aid, refused_fields);

static const struct shape_field settled_fields[] = {
	SHAPE_FIELD(struct copayment_settled, service_ore, "serviceOre", I64),
	SHAPE_FIELD(struct copayment_settled, by, "by", I64),
};
static const struct shape settled_shape = SHAPE(struct copayment_settled, settled_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct copayment_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct copayment_facts, today, "today", DATE),
	SHAPE_FIELD(struct copayment_facts, id, "id", I64),
	SHAPE_FIELD(struct copayment_facts, state, "state", TEXT),
	SHAPE_FIELD(struct copayment_facts, creditor_id, "creditorId", I64),
	SHAPE_FIELD(struct copayment_facts, creditor_orgnr, "creditorOrgnr", TEXT),
	SHAPE_FIELD(struct copayment_facts, has_account, "hasAccount", BOOL),
	SHAPE_FIELD(struct copayment_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct copayment_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct copayment_facts, charged_ore, "chargedOre", I64),
	SHAPE_FIELD(struct copayment_facts, open_ore, "openOre", I64),
	SHAPE_FIELD(struct copayment_facts, aid_ore, "aidOre", I64),
	SHAPE_FIELD(struct copayment_facts, forgone_aid_ore, "forgoneAidOre", I64),
	SHAPE_OPTIONAL(struct copayment_facts, due_on, "dueOn", DATE, has_due),
	SHAPE_FIELD(struct copayment_facts, reminders, "reminders", I64),
	SHAPE_FIELD(struct copayment_facts, declaration_days, "declarationDays", I64),
	SHAPE_FIELD(struct copayment_facts, raised_by, "raisedBy", I64),
	SHAPE_FIELD(struct copayment_facts, aid_checked_by, "aidCheckedBy", I64),
	SHAPE_FIELD(struct copayment_facts, is_aid_refused, "isAidRefused", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct copayment_facts, refused, "refused", &refused_shape,
			      has_refused),
	SHAPE_FIELD(struct copayment_facts, is_insolvent, "isInsolvent", BOOL),
	SHAPE_FIELD(struct copayment_facts, is_delivered, "isDelivered", BOOL),
	SHAPE_FIELD(struct copayment_facts, has_left, "hasLeft", BOOL),
	SHAPE_FIELD(struct copayment_facts, has_place, "hasPlace", BOOL),
	SHAPE_FIELD(struct copayment_facts, refund_ore, "refundOre", I64),
	SHAPE_FIELD(struct copayment_facts, refund_asked_by, "refundAskedBy", I64),
	SHAPE_OPTIONAL(struct copayment_facts, refundable_from, "refundableFrom", DATE,
		       has_refundable),
	SHAPE_OPTIONAL_OBJECT(struct copayment_facts, relief, "relief", &relief_shape, has_relief),
	SHAPE_OPTIONAL_OBJECT(struct copayment_facts, settled, "settled", &settled_shape,
			      has_settled),
	SHAPE_FIELD(struct copayment_facts, planned_ore, "plannedOre", I64),
	SHAPE_FIELD(struct copayment_facts, kept_ore, "keptOre", I64),
	SHAPE_FIELD(struct copayment_facts, checked_aid_ore, "checkedAidOre", I64),
	SHAPE_OPTIONAL_OBJECTS(struct copayment_facts, beside, n_beside, "beside",
			       &help_beside_shape),
};
const struct shape copayment_facts_shape = SHAPE(struct copayment_facts, facts_fields);
