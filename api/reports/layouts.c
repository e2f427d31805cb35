#include "api/reports/layouts.h"

#define X(id, name, head, kind, width) {name, head, COLUMN_##kind, width},
static const struct report_column payment_columns[] = {PAYMENT_COLUMNS(X)};
static const struct report_column copayment_columns[] = {COPAYMENT_COLUMNS(X)};
#undef X

const struct report_layout payment_report = {
	.file_name = "utbetalinger.csv",
	.columns = payment_columns,
	.n_columns = PAYMENT_N_COLUMNS,
};

const struct report_layout copayment_report = {
	.file_name = "egenandeler.csv",
	.columns = copayment_columns,
	.n_columns = COPAYMENT_N_COLUMNS,
};
