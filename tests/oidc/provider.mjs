// A token issuer on loopback, for tests: oidc-provider with client credentials and JWT access tokens.
//
//	node provider.mjs [PORT]
//
// Prints one line of JSON when it serves: issuer, token and JWKS addresses, client and audience. A
// client asks for one of the resources urn:trinn:RS256, urn:trinn:PS256 and urn:trinn:ES256 and gets a
// token signed so. SIGHUP makes new keys, which sign from then on; those before them stay published
// until the next SIGHUP, as a real issuer does. Each rotation prints a line too. SIGTERM ends it.

import { generateKeyPair as generateKeyPairCallback } from 'node:crypto';
import { createServer } from 'node:http';
import { promisify } from 'node:util';

import Provider from 'oidc-provider';

const generateKeyPair = promisify(generateKeyPairCallback);
const ALGS = ['RS256', 'PS256', 'ES256'];
const AUDIENCE = 'trinn';
const SCOPE = 'tilskudd:sak tilskudd:soknad.write';
const CLIENT = { id: 'trinn-test', secret: 'only-for-tests-on-loopback' };
const LIFETIME_S = 600;

let generation = 0;
let keys = [];

async function newKey(alg) {
	const { privateKey } =
		alg === 'ES256'
			? await generateKeyPair('ec', { namedCurve: 'P-256' })
			: await generateKeyPair('rsa', { modulusLength: 2048 });
	const jwk = privateKey.export({ format: 'jwk' });
	return { ...jwk, alg, use: 'sig', kid: `${alg.toLowerCase()}-${generation}` };
}

function provider(issuer) {
	return new Provider(issuer, {
		clients: [
			{
				client_id: CLIENT.id,
				client_secret: CLIENT.secret,
				grant_types: ['client_credentials'],
				redirect_uris: [],
				response_types: [],
				scope: SCOPE,
			},
		],
		// The first key that fits an algorithm signs.
		jwks: { keys },
		scopes: SCOPE.split(' '),
		features: {
			clientCredentials: { enabled: true },
			devInteractions: { enabled: false },
			resourceIndicators: {
				enabled: true,
				getResourceServerInfo: (ctx, resource) => ({
					audience: AUDIENCE,
					scope: SCOPE,
					accessTokenFormat: 'jwt',
					accessTokenTTL: LIFETIME_S,
					jwt: { sign: { alg: resource.replace('urn:trinn:', '') } },
				}),
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
	const fresh = await Promise.all(ALGS.map(newKey));
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
	token: `${issuer}/token`,
	jwks: `${issuer}/jwks`,
	client: CLIENT,
	audience: AUDIENCE,
});
