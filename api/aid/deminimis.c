#include "api/aid/deminimis.h"

#include "api/aid/share.h"
#include "lib/base/date.h"

static bool is_under(const struct aid_award *award, const struct aid_ceiling *ceiling)
{
	return (ceiling->regimes & AID_UNDER(award->regime)) != 0;
}

int32_t aid_window_from(int32_t day, const struct aid_ceiling *ceiling)
{
	return date_add_months(day, -ceiling->months) + !ceiling->includes_boundary;
}

int64_t aid_used_cents(const struct aid_award *awards, size_t n, int32_t day,
		       const struct aid_ceiling *ceiling)
{
	int32_t from = aid_window_from(day, ceiling);
	__int128 sum = 0;

	for (size_t i = 0; i < n; i++)
		if (is_under(&awards[i], ceiling) && awards[i].day >= from && awards[i].day <= day)
			sum += awards[i].eur_cents;
	return aid_fit(sum);
}

/* Of the window that ends on `day`; it stands if it leaves less than what was found before, or as
 * much on an earlier day. */
static void look_at(const struct aid_award *awards, size_t n, int32_t day,
		    const struct aid_ceiling *ceiling, struct aid_room *room)
{
	int64_t used = aid_used_cents(awards, n, day, ceiling);
	int64_t left = used < ceiling->most_cents ? ceiling->most_cents - used : 0;

	if (room->ceiling != NULL && (left > room->available_cents ||
				      (left == room->available_cents && day >= room->window_to)))
		return;
	room->ceiling = ceiling;
	room->used_cents = used;
	room->available_cents = left;
	room->window_from = aid_window_from(day, ceiling);
	room->window_to = day;
}

/* The sum is highest on a day of an award: between two of them the window only lets go. */
static void hold_ceiling(const struct aid_award *awards, size_t n, int32_t from,
			 const struct aid_ceiling *ceiling, struct aid_room *room)
{
	look_at(awards, n, from, ceiling, room);
	for (size_t i = 0; i < n; i++) {
		int32_t day = awards[i].day;

		if (day > from && is_under(&awards[i], ceiling) &&
		    aid_window_from(day, ceiling) <= from)
			look_at(awards, n, day, ceiling, room);
	}
}

void aid_hold_ceilings(const struct aid_award *awards, size_t n, const struct aid_award *added,
		       const struct aid_ceiling *ceilings, size_t n_ceilings, struct aid_room *out)
{
	*out = (struct aid_room){.window_from = added->day, .window_to = added->day};
	for (size_t i = 0; i < n_ceilings; i++)
		if (is_under(added, &ceilings[i]))
			hold_ceiling(awards, n, added->day, &ceilings[i], out);
	out->is_enough = out->ceiling != NULL && added->eur_cents <= out->available_cents;
}
