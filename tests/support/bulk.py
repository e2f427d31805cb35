"""Many rows, made by SQL because HTTP would take its time."""

COLUMNS = (
    "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute"
    " where attrelid = %s::regclass and attnum > 0 and not attisdropped and attname <> all (%s)"
)


def multiply_payment(database, payment_id, copies):
    """Copies a payment that was made, with its claim and its posting. Its application and grant
    stay one and balances as they are: whoever adds up will find faults."""
    numbers = f"generate_series(1, {copies}) n"
    of_payment = f"(select claim_id from trinn.payments where id = {payment_id})"
    copied = {
        "claims": (
            f"id = {of_payment}",
            {"id": "c.base + n", "number": "number + n"},
        ),
        "claim_parts": (
            f"claim_id = {of_payment}",
            {"claim_id": "c.base + n"},
        ),
        "postings": (
            f"object_kind = 'payment' and object_id = {payment_id}",
            {"id": "c.base + n", "object_id": "c.base + n"},
        ),
        "payments": (
            f"id = {payment_id}",
            {
                "id": "c.base + n",
                "claim_id": "c.base + n",
                "reference": "reference || '-' || n",
            },
        ),
    }
    statements = ["set local session_replication_role = replica"]
    for table, (condition, changes) in copied.items():
        kept = database.value(COLUMNS, f"trinn.{table}", list(changes))
        statements.append(
            f"insert into trinn.{table} ({kept}, {', '.join(changes)})"
            f" select {kept}, {', '.join(changes.values())}"
            f" from trinn.{table}, (select 1000000000 as base) c, {numbers}"
            f" where {condition}"
        )
    database.run("; ".join(statements))
    database.run("vacuum analyze trinn.claims, trinn.claim_parts, trinn.postings, trinn.payments")
