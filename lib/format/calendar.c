#include "lib/format/calendar.h"

#include <libical/ical.h>

#include "lib/base/buf.h"

#define PRODUCT "-//Trinn//Trinn//NO"

static struct icaltimetype utc(int64_t seconds)
{
	return icaltime_from_timet_with_zone((time_t)seconds, false,
					     icaltimezone_get_utc_timezone());
}

static icalcomponent *new_event(const struct calendar_event *event)
{
	icalcomponent *made = icalcomponent_vanew(
		ICAL_VEVENT_COMPONENT, icalproperty_new_uid(event->uid),
		icalproperty_new_dtstamp(utc(event->changed_at)),
		icalproperty_new_sequence((int)event->sequence),
		icalproperty_new_status(event->is_cancelled ? ICAL_STATUS_CANCELLED
							    : ICAL_STATUS_CONFIRMED),
		icalproperty_new_dtstart(utc(event->starts_at)),
		icalproperty_new_dtend(utc(event->ends_at)),
		icalproperty_new_summary(event->title),
		icalproperty_new_description(event->description), NULL);

	if (event->place != NULL)
		icalcomponent_add_property(made, icalproperty_new_location(event->place));
	if (event->link != NULL)
		icalcomponent_add_property(made, icalproperty_new_url(event->link));
	return made;
}

/* What programs call the calendar; no RFC names it, and all of them know it. */
static icalproperty *new_name(const char *name)
{
	icalproperty *made = icalproperty_new_x(name);

	icalproperty_set_x_name(made, "X-WR-CALNAME");
	return made;
}

void calendar_write(const char *name, const struct calendar_event *events, size_t n,
		    struct buf *out)
{
	icalcomponent *calendar = icalcomponent_vanew(
		ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
		icalproperty_new_prodid(PRODUCT), new_name(name), NULL);
	char *text;

	for (size_t i = 0; i < n; i++)
		icalcomponent_add_component(calendar, new_event(&events[i]));
	text = icalcomponent_as_ical_string_r(calendar);
	buf_adds(out, text);
	icalmemory_free_buffer(text);
	icalcomponent_free(calendar);
}
