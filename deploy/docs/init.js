/* Shows the document of the daemon that serves this page. Nothing is fetched from elsewhere, and a token
 * that is typed in is gone when the page is. */

/* The viewer shows no parameter that a path refers to for all of its operations, so each gets them. */
function spread(response) {
	if (!response.ok || !response.url.endsWith("/openapi.json"))
		return response;
	const document = JSON.parse(response.text);
	for (const { parameters = [], ...operations } of Object.values(document.paths))
		for (const operation of Object.values(operations))
			operation.parameters = [...parameters, ...(operation.parameters ?? [])];
	for (const path of Object.values(document.paths))
		delete path.parameters;
	response.text = JSON.stringify(document);
	return response;
}

SwaggerUIBundle({
	url: "/openapi.json",
	dom_id: "#docs",
	deepLinking: true,
	filter: true,
	showExtensions: true,
	persistAuthorization: false,
	validatorUrl: null,
	responseInterceptor: spread,
});
