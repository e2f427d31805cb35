/* The loops of jansson.h as cppcheck may read them. */
#define json_array_foreach(array, i, value)                                                        \
	for (i = 0; i < json_array_size(array) && (value = json_array_get(array, i)); i++)
#define json_object_foreach(object, key, value)                                                    \
	for (void *at = json_object_iter(object);                                                  \
	     (key = json_object_iter_key(at)) && (value = json_object_iter_value(at));             \
	     at = json_object_iter_next(object, at))
