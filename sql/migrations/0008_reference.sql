-- Reference data, the same for all counties: municipalities, and the published figures about the
-- county's firms that coverage is measured against.
-- The figures are kept as published, also where they do not add up; published_mismatches says where.
-- Source: Guldseth, "Digital transformasjon og grønt skifte i SMB i Trøndelag" (Trøndelag
-- fylkeskommune, 2024), tables 1a-1e.
-- *_knok: thousands of NOK (the source names no unit; this is assumed). *_pct: per cent. year: of
-- the accounts.

-- A number is time-dependent: Rindal was 1567 before it was 5061 (SSB Klass 131).
create table trinn.municipalities (
	number     text not null check (number ~ '^[0-9]{4}$'),
	name       text not null,
	valid_from date not null,
	valid_to   date check (valid_to >= valid_from),
	primary key (number, valid_from)
);

-- Small firms, about 1 to 19 employees.
create table trinn.firms_by_municipality (
	year                      int not null,
	municipality_no           text check (municipality_no ~ '^[0-9]{4}$'), -- NULL: no municipality on the address
	name                      text not null,
	operating_revenue_knok    bigint not null,
	operating_profit_knok     bigint not null,
	equity_knok               bigint not null,
	employees                 int not null,
	firms                     int not null,
	operating_margin_pct      numeric(6, 1) not null,
	share_negative_result_pct numeric(4, 1) not null,
	share_margin_below_5_pct  numeric(4, 1) not null,
	share_negative_equity_pct numeric(4, 1) not null,
	unique nulls not distinct (year, municipality_no)
);

create table trinn.firms_by_industry (
	year                      int not null,
	nace2                     text not null check (nace2 ~ '^[0-9]{2}$'), -- division of SN2007; 00: not stated
	name                      text not null,
	operating_revenue_knok    bigint not null,
	operating_profit_knok     bigint not null,
	equity_knok               bigint not null,
	employees                 int not null,
	firms                     int not null,
	operating_margin_pct      numeric(6, 1) not null,
	share_negative_result_pct numeric(4, 1) not null,
	share_margin_below_5_pct  numeric(4, 1) not null,
	share_negative_equity_pct numeric(4, 1) not null,
	primary key (year, nace2)
);

create table trinn.firms_by_size (
	year                      int not null,
	size_band                 text not null,           -- employees; 1-19 is the published total of the bands
	operating_revenue_knok    bigint not null,
	operating_profit_knok     bigint not null,
	equity_knok               bigint not null,
	employees                 int not null,
	firms                     int not null,
	operating_margin_pct      numeric(6, 1) not null,
	share_negative_result_pct numeric(4, 1) not null,
	share_margin_below_5_pct  numeric(4, 1) not null,
	share_negative_equity_pct numeric(4, 1) not null,
	primary key (year, size_band)
);

-- All firms but the public sector and primary industries.
create table trinn.all_firms_by_size (
	year      int not null,
	size_band text not null,
	firms     int not null,
	employees int not null,
	primary key (year, size_band)
);

-- What the source states as the totals of its tables, beside the rows.
create table trinn.published_totals (
	table_name text not null,
	year       int not null,
	measure    text not null,
	total      bigint not null,
	primary key (table_name, year, measure)
);

-- Tables whose rows do not sum to their published total.
create view trinn.published_mismatches with (security_invoker = true) as
with small_firms as (
	select 'firms_by_municipality' as table_name, year, false as is_total,
			operating_revenue_knok, operating_profit_knok, equity_knok, employees, firms
		from trinn.firms_by_municipality
	union all
	select 'firms_by_industry', year, false, operating_revenue_knok, operating_profit_knok, equity_knok, employees, firms
		from trinn.firms_by_industry
	union all
	select 'firms_by_size', year, size_band = '1-19', operating_revenue_knok, operating_profit_knok, equity_knok, employees, firms
		from trinn.firms_by_size
), figures as (
	select table_name, year, is_total, m.measure, m.value
	from small_firms, lateral (values ('operating_revenue_knok', operating_revenue_knok), ('operating_profit_knok', operating_profit_knok),
		('equity_knok', equity_knok), ('employees', employees), ('firms', firms)) as m(measure, value)
	union all
	select 'all_firms_by_size', year, false, m.measure, m.value
	from trinn.all_firms_by_size, lateral (values ('employees', employees), ('firms', firms)) as m(measure, value)
), sums as (
	select table_name, year, measure, sum(value)::bigint as rows_sum from figures where not is_total group by 1, 2, 3
), totals as (
	select table_name, year, measure, total from trinn.published_totals
	union all
	select table_name, year, measure, value from figures where is_total
)
select table_name, year, measure, rows_sum, total from sums join totals using (table_name, year, measure) where rows_sum <> total;
