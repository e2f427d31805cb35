/* Scenes: what they are told, played and kept. */
#include <string.h>

#include "cmd/trinn/history/history.h"
#include "cmd/trinn/say.h"
#include "lib/base/date.h"

void history_tell_json(struct history *history, const char *name, json_t *taken)
{
	json_object_set_new(history->tour.kept, name, taken);
}

void history_tell(struct history *history, const char *name, const char *text)
{
	history_tell_json(history, name, json_string(text));
}

void history_tell_number(struct history *history, const char *name, int64_t number)
{
	history_tell_json(history, name, json_integer(number));
}

void history_tell_day(struct history *history, const char *name, int32_t day)
{
	char text[DATE_TEXT_SIZE];

	date_format_iso(day, text);
	history_tell(history, name, text);
}

void history_tell_any(struct history *history, const char *name, const char *list)
{
	json_t *texts = json_object_get(json_object_get(history->scenes, "texts"), list);
	uint32_t n = (uint32_t)json_array_size(texts);
	const char *text;

	if (history->failed)
		return;
	if (n == 0) {
		history->failed = !say_error("the scenes have no texts \"%s\"", list);
		return;
	}
	text = json_string_value(json_array_get(texts, dice_below(&history->dice, n)));
	text = tour_fill(&history->tour, text);
	history->failed = text == NULL;
	if (text != NULL)
		history_tell(history, name, text);
}

void history_play(struct history *history, const char *scene)
{
	json_t *steps = json_object_get(history->scenes, scene);

	if (history->failed)
		return;
	if (!json_is_array(steps))
		history->failed = !say_error("there is no scene \"%s\"", scene);
	else if (!tour_play_steps(&history->tour, steps))
		history->failed = !say_error("the scene was \"%s\"", scene);
	history->n_requests += (int)json_array_size(steps);
}

json_t *history_kept_json(struct history *history, const char *name)
{
	return json_object_get(history->tour.kept, name);
}

const char *history_kept(struct history *history, const char *name)
{
	const char *text = json_string_value(history_kept_json(history, name));

	return text != NULL && !history->failed ? arena_strdup(history->trinn->arena, text) : "";
}

void *history_alloc(struct history *history, size_t size)
{
	return arena_alloc(history->trinn->arena, size);
}
