// The strongest reading service that we know how to write with Fastify and node-postgres, as the
// measure for trinnd: the same statements in one implicit transaction and one round trip, prepared
// on connecting, the verified token cached, and the database's JSON sent on as the text that it is.
//
// node server.mjs CONFIG, a JSON file:
//   port, workers
//   connections   to the database, of each worker
//   pipeline      whether requests share connections by pipelining, or each takes one to itself
//                 from pg's usual pool
//   database      { host, port, user, database }
//   token         { publicKey, algorithms, issuer, audience }
//   route         such as /v1/applications/:id
//   statements    [{ name, text, values }], run in this order; a value is "claims.NAME",
//                 "params.NAME", "=TEXT" or "null"; the last row is the reply, with an ETag before
//                 it if it has two columns
// Prints "ready" when all workers listen.

import cluster from 'node:cluster'
import { readFileSync } from 'node:fs'
import fastify from 'fastify'
import fastifyJwt from '@fastify/jwt'
import pg from 'pg'

const config = JSON.parse(readFileSync(process.argv[2], 'utf8'))

function startWorkers() {
  let waiting = config.workers

  cluster.on('listening', () => {
    if (--waiting === 0) console.log('ready')
  })
  cluster.on('exit', () => process.exit(1))
  for (let i = 0; i < config.workers; i++) cluster.fork()
}

async function serve() {
  const app = fastify()
  const run = config.pipeline ? await pipelines() : pool()
  const evaluators = config.statements.map(({ values }) => values.map(evaluator))

  await app.register(fastifyJwt, {
    secret: { public: config.token.publicKey },
    verify: {
      algorithms: config.token.algorithms,
      allowedIss: config.token.issuer,
      allowedAud: config.token.audience,
      cache: true,
      cacheTTL: 600_000
    }
  })
  app.decorateRequest('claims', null)
  app.get(config.route, { onRequest: authenticate }, (request, reply) => {
    const values = evaluators.map((list) => list.map((value) => value(request)))

    run(values, (error, row) => {
      if (error) return reply.code(500).send(error)
      if (row === null) return reply.code(404).send()
      if (row.length > 1) reply.header('etag', `"v${row[0]}"`)
      reply.header('content-type', 'application/json').send(row.at(-1))
    })
  })
  await app.listen({ host: '127.0.0.1', port: config.port, backlog: 1024 })
}

// Synchronous: the plugin's request.jwtVerify() decodes the token again before it asks its cache.
function authenticate(request, reply, done) {
  const header = request.headers.authorization

  if (!header?.startsWith('Bearer ')) return reply.code(401).send()
  try {
    request.claims = request.server.jwt.verify(header.slice(7))
  } catch {
    return reply.code(401).send()
  }
  done()
}

function evaluator(source) {
  const [kind, name] = source.split('.')

  if (source.startsWith('=')) return () => source.slice(1)
  if (source === 'null') return () => null
  if (kind === 'claims') return (request) => request.claims[name]
  return (request) => request.params[name]
}

async function prepare(client) {
  for (const { name, text } of config.statements) await client.query(`prepare ${name} as ${text}`)
}

function pool() {
  const clients = new pg.Pool({
    ...config.database,
    max: config.connections,
    verify: (client, done) => prepare(client).then(() => done(), done)
  })

  return (values, callback) =>
    clients.connect((error, client, release) => {
      if (error) return callback(error)
      client.query(
        new Segment(values, (error, row) => {
          release()
          callback(error, row)
        })
      )
    })
}

async function pipelines() {
  const clients = Array.from({ length: config.connections }, () => ({
    client: new pg.Client({ ...config.database, pipeline: true }),
    busy: 0
  }))

  for (const { client } of clients) await client.connect().then(() => prepare(client))
  return (values, callback) => {
    const chosen = leastBusy(clients)

    chosen.busy++
    chosen.client.query(
      new Segment(values, (error, row) => {
        chosen.busy--
        callback(error, row)
      })
    )
  }
}

function leastBusy(clients) {
  let best = clients[0]

  for (const client of clients) if (client.busy < best.busy) best = client
  return best
}

// All statements up to one Sync. The inherited query would send a Sync after each.
class Segment extends pg.Query {
  #values
  #done = 0
  #row = null

  constructor(values, callback) {
    super({ text: '', callback })
    this.#values = values
  }

  submit(connection) {
    connection.stream.cork()
    config.statements.forEach(({ name }, i) => {
      connection.bind({ statement: name, values: this.#values[i] })
      connection.execute({})
    })
    connection.sync()
    connection.stream.uncork()
    return null
  }

  handleDataRow(message) {
    if (this.#done === config.statements.length - 1) this.#row = message.fields
  }

  handleCommandComplete() {
    this.#done++
  }

  handleError(error) {
    this.callback(error)
  }

  handleReadyForQuery() {
    this.callback(null, this.#row)
  }
}

if (cluster.isPrimary) startWorkers()
else await serve()
