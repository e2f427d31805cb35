/* Shows the document of the daemon that serves this page. Nothing is fetched from elsewhere, and a token
 * that is typed in is gone when the page is. */
SwaggerUIBundle({
	url: "/openapi.json",
	dom_id: "#docs",
	deepLinking: true,
	filter: true,
	showExtensions: true,
	persistAuthorization: false,
	validatorUrl: null,
});
