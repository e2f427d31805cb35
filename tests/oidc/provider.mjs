// A token issuer on loopback, for tests: oidc-provider with client credentials, logins of persons, and
// JWT access tokens.
//
//	node provider.mjs [PORT]
//
// Prints one line of JSON when it serves: its addresses, its client and the audience of its tokens. A
// client asks for one of the resources urn:trinn:RS256 (or another of ALGS) and gets a token signed so;
// the resource urn:other is another service, whose tokens are not for us. Whoever logs in is who they
// say they are. SIGHUP makes new keys, which sign from then on; those before them stay published until
// the next SIGHUP, as with a real issuer. Each rotation prints a line too. SIGTERM ends it.

import { generateKeyPair as generateKeyPairCallback } from 'node:crypto';
import { createServer } from 'node:http';
import { promisify } from 'node:util';

import Provider from 'oidc-provider';

const generateKeyPair = promisify(generateKeyPairCallback);
const ALGS = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256'];
const RESOURCE = 'urn:trinn:';
const AUDIENCE = 'trinn';
const SCOPE = 'trinn:read trinn:applications.read';
const CLIENT = {
	id: 'trinn-test',
	secret: 'only-for-tests-on-loopback',
	redirect: 'https://portal.test/signed-in',
};
const LIFETIME_S = 600;

let generation = 0;
let keys = [];

async function newJwk(type, options) {
	const { privateKey } = await generateKeyPair(type, options);
	return privateKey.export({ format: 'jwk' });
}

// One for each algorithm; those of RSA are the same number, which takes long to find.
async function newKeys() {
	const ec = await newJwk('ec', { namedCurve: 'P-256' });
	const rsa = await newJwk('rsa', { modulusLength: 2048 });
	return ALGS.map((alg) => ({
		...(alg === 'ES256' ? ec : rsa),
		alg,
		use: 'sig',
		kid: `${alg.toLowerCase()}-${generation}`,
	}));
}

function provider(issuer) {
	return new Provider(issuer, {
		clients: [
			{
				client_id: CLIENT.id,
				client_secret: CLIENT.secret,
				grant_types: ['client_credentials', 'authorization_code'],
				redirect_uris: [CLIENT.redirect],
				response_types: ['code'],
				scope: `openid ${SCOPE}`,
			},
		],
		// The first key that fits an algorithm signs.
		jwks: { keys },
		scopes: ['openid', ...SCOPE.split(' ')],
		features: {
			clientCredentials: { enabled: true },
			devInteractions: { enabled: true },
			resourceIndicators: {
				enabled: true,
				getResourceServerInfo: (ctx, resource) => {
					const ours = resource.startsWith(RESOURCE);
					return {
						audience: ours ? AUDIENCE : resource,
						scope: SCOPE,
						accessTokenFormat: 'jwt',
						accessTokenTTL: LIFETIME_S,
						jwt: { sign: { alg: ours ? resource.slice(RESOURCE.length) : ALGS[0] } },
					};
				},
			},
		},
	}).callback();
}

const server = createServer();
await new Promise((done) => server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;

// A provider cannot change its keys: a rotation puts another in its place.
let serve;
async function rotate() {
	generation += 1;
	const fresh = await newKeys();
	keys = [...fresh, ...keys.slice(0, ALGS.length)];
	serve = provider(issuer);
	return fresh.map((key) => key.kid);
}

function tell(line) {
	process.stdout.write(`${JSON.stringify(line)}\n`);
}

await rotate();
server.on('request', (request, response) => serve(request, response));
process.on('SIGHUP', async () => tell({ rotated: await rotate() }));
process.on('SIGTERM', () => process.exit(0));
tell({
	issuer,
	algorithms: ALGS,
	login: `${issuer}/auth`,
	token: `${issuer}/token`,
	jwks: `${issuer}/jwks`,
	client: CLIENT,
	audience: AUDIENCE,
});
