package io.asktrail.gateway;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Knows how tokens are forged. Signatures are worked out with Java's own cryptography, so that headers and claims can be
 * what no library would write.
 */
final class Forger implements AutoCloseable {
    /** @param headers names and values, in turn */
    record Request(String name, String address, List<String> headers) {
        static Request bearing(String name, String token) {
            return new Request(name, "/v1/ask", List.of("Authorization", "Bearer " + token));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** What a body of claims becomes when somebody signs it. */
    private interface Seal {
        String over(String header, String claims);
    }

    private final RSAKey rsa;
    private final ECKey ec;
    private final RSAKey foreign;
    private final FakeIssuer issuer;

    Forger() {
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
            foreign = new RSAKeyGenerator(2048).keyID("rsa").generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        issuer = new FakeIssuer(rsa, ec);
    }

    String issuer() {
        return issuer.uri();
    }

    String good() {
        return byRsa(rsa)
                .over(
                        header(RS256, "\"kid\":\"rsa\""),
                        claims(issuer.uri()).build().toString());
    }

    String goodLocal(byte[] key) {
        return byMac("HmacSHA256", key)
                .over(
                        header(JWSAlgorithm.HS256, ""),
                        claims("asktrail-local").build().toString());
    }

    /** Requests to a gateway that believes the issuer. */
    Stream<Request> atTheIssuer(byte[] localKey) {
        var tokens = new LinkedHashMap<String, String>();
        var sealed = byRsa(rsa);
        var head = header(RS256, "\"kid\":\"rsa\"");
        var body = claims(issuer.uri()).build().toString();
        claimsThatAreWrong(issuer.uri()).forEach((name, claims) -> tokens.put(name, sealed.over(head, claims)));
        shapesThatAreWrong(good()).forEach(tokens::put);
        headersThatLead(sealed, RS256, "\"kid\":\"rsa\"", body).forEach(tokens::put);
        keysThatAreWrong(body).forEach(tokens::put);
        tokens.put("our own token, where an issuer is believed", goodLocal(localKey));
        tokens.put(
                "the issuer's claims under our own key",
                byMac("HmacSHA256", localKey).over(header(JWSAlgorithm.HS256, ""), body));
        return Stream.concat(
                tokens.entrySet().stream().map(token -> Request.bearing(token.getKey(), token.getValue())),
                waysThatAreWrong(good()));
    }

    /** Requests to a gateway that believes this key. */
    Stream<Request> atTheLocalKey(byte[] key) {
        var tokens = new LinkedHashMap<String, String>();
        var sealed = byMac("HmacSHA256", key);
        var head = header(JWSAlgorithm.HS256, "");
        var body = claims("asktrail-local").build().toString();
        claimsThatAreWrong("asktrail-local").forEach((name, claims) -> tokens.put(name, sealed.over(head, claims)));
        shapesThatAreWrong(goodLocal(key)).forEach(tokens::put);
        headersThatLead(sealed, JWSAlgorithm.HS256, "", body).forEach(tokens::put);
        tokens.put("key of zeros", byMac("HmacSHA256", new byte[32]).over(head, body));
        tokens.put("key of one byte", byMac("HmacSHA256", new byte[1]).over(head, body));
        tokens.put("key that is a word", byMac("HmacSHA256", text("secret")).over(head, body));
        tokens.put(
                "key as it is written in its file",
                byMac("HmacSHA256", text(Base64.getEncoder().encodeToString(key)))
                        .over(head, body));
        tokens.put("HS384 with our key", byMac("HmacSHA384", key).over(header(JWSAlgorithm.HS384, ""), body));
        tokens.put("HS512 with our key", byMac("HmacSHA512", key).over(header(JWSAlgorithm.HS512, ""), body));
        tokens.put("RS256 said, HS256 done", sealed.over(header(RS256, ""), body));
        tokens.put("signed by an issuer we do not have", byRsa(rsa).over(header(RS256, "\"kid\":\"rsa\""), body));
        return Stream.concat(
                tokens.entrySet().stream().map(token -> Request.bearing(token.getKey(), token.getValue())),
                waysThatAreWrong(goodLocal(key)));
    }

    private static JWTClaimsSet.Builder claims(String issuer) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("asktrail")
                .subject("asha")
                .claim("roles", List.of("viewer"))
                .issueTime(in(-10))
                .expirationTime(in(300));
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    /** Well signed, and still not for us, not now, or not of anybody. */
    private static Map<String, String> claimsThatAreWrong(String us) {
        var wrong = new LinkedHashMap<String, JWTClaimsSet>();
        wrong.put(
                "expired",
                claims(us).issueTime(in(-300)).expirationTime(in(-40)).build());
        wrong.put(
                "expired in 1970",
                claims(us).issueTime(null).expirationTime(new Date(0)).build());
        wrong.put(
                "expired before it was issued",
                claims(us).expirationTime(in(-60)).build());
        wrong.put("without an expiry", claims(us).expirationTime(null).build());
        wrong.put(
                "not valid before the next minute",
                claims(us).notBeforeTime(in(45)).build());
        wrong.put("issued in the future", claims(us).issueTime(in(60)).build());
        wrong.put("without an issuer", claims(us).issuer(null).build());
        wrong.put("other issuer", claims("https://login.example").build());
        wrong.put("issuer with a slash", claims(us + "/").build());
        wrong.put(
                "issuer in capitals",
                claims(us.replace("http", "HTTP").replace("asktrail", "ASKTRAIL"))
                        .build());
        wrong.put(
                "issuer with something behind it", claims(us + ".evil.example").build());
        wrong.put("without an audience", claims(us).audience((String) null).build());
        wrong.put("other audience", claims(us).audience("orchestrator").build());
        wrong.put(
                "list of other audiences",
                claims(us).audience(List.of("account", "asktrail-admin")).build());
        wrong.put("audience in capitals", claims(us).audience("ASKTRAIL").build());
        wrong.put("audience with a blank", claims(us).audience("asktrail ").build());
        wrong.put("without a subject", claims(us).subject(null).build());
        wrong.put("empty subject", claims(us).subject("").build());
        wrong.put("blank subject", claims(us).subject(" \t").build());
        wrong.put("without roles", claims(us).claim("roles", null).build());
        wrong.put("role that is a text", claims(us).claim("roles", "admin").build());
        wrong.put(
                "role in capitals", claims(us).claim("roles", List.of("ADMIN")).build());
        wrong.put(
                "role in other letters",
                claims(us).claim("roles", List.of("аdmin")).build());
        wrong.put("unknown role", claims(us).claim("roles", List.of("root")).build());
        wrong.put("nothing at all", new JWTClaimsSet.Builder().build());
        var written = new LinkedHashMap<String, String>();
        wrong.forEach((name, claims) -> written.put(name, claims.toString()));
        var whole = claims(us).build().toString();
        var open = whole.substring(0, whole.length() - 1);
        written.put("subject twice", open + ",\"sub\":\"root\"}");
        written.put("roles twice", open + ",\"roles\":[\"admin\"]}");
        written.put("expiry that is a text", whole.replaceFirst("\"exp\":\\d+", "\"exp\":\"tomorrow\""));
        written.put("expiry beyond all numbers", whole.replaceFirst("\"exp\":\\d+", "\"exp\":1e400"));
        written.put("claims that are a list", "[" + whole + "]");
        written.put("claims that are a text", "\"" + us + "\"");
        written.put("claims that are no JSON", "sub=asha");
        return written;
    }

    /** A good token that was taken apart. */
    private static Map<String, String> shapesThatAreWrong(String good) {
        var parts = good.split("\\.");
        var admin = encoded(decoded(parts[1]).replace("viewer", "admin"));
        var none = encoded("{\"alg\":\"none\"}");
        var wrong = new LinkedHashMap<String, String>();
        wrong.put("role raised, signature kept", parts[0] + "." + admin + "." + parts[2]);
        wrong.put("algorithm none", none + "." + parts[1] + ".");
        wrong.put("algorithm none, role raised", none + "." + admin + ".");
        wrong.put("algorithm none, signature kept", none + "." + parts[1] + "." + parts[2]);
        wrong.put("algorithm NoNe", encoded("{\"alg\":\"NoNe\"}") + "." + parts[1] + ".");
        wrong.put("empty algorithm", encoded("{\"alg\":\"\"}") + "." + parts[1] + "." + parts[2]);
        wrong.put("no algorithm", encoded("{}") + "." + parts[1] + "." + parts[2]);
        wrong.put("algorithm null", encoded("{\"alg\":null}") + "." + parts[1] + "." + parts[2]);
        wrong.put("no signature", parts[0] + "." + parts[1] + ".");
        wrong.put("two parts", parts[0] + "." + parts[1]);
        wrong.put("four parts", good + ".x");
        wrong.put("dots before it", ".." + good);
        wrong.put("dots alone", "..");
        wrong.put("cut at the end", good.substring(0, good.length() - 2));
        wrong.put("last sign of the signature changed", good.substring(0, good.length() - 5) + "AAAAA");
        wrong.put("signature of zeros", parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()));
        wrong.put("padded", good + "==");
        wrong.put("claims of another token", parts[0] + "." + encoded("{\"sub\":\"root\"}") + "." + parts[2]);
        wrong.put("no header", "." + parts[1] + "." + parts[2]);
        wrong.put("header that is no JSON", encoded("hello") + "." + parts[1] + "." + parts[2]);
        wrong.put("as large as a header may be", good + "A".repeat(9_000));
        wrong.put("made-up token of a channel", "channel_" + "A".repeat(43));
        wrong.put("good token behind the mark of a channel", "channel_" + good);
        wrong.put("one letter", "x");
        return wrong;
    }

    /** Well signed, with a header that wants to be obeyed or cannot be understood. */
    private Map<String, String> headersThatLead(Seal ours, JWSAlgorithm algorithm, String more, String body) {
        var comma = more.isEmpty() ? "" : more + ",";
        var theirs = byRsa(foreign);
        var key = foreign.toPublicJWK().toJSONString();
        var wrong = new LinkedHashMap<String, String>();
        wrong.put("unknown critical header", ours.over(header(algorithm, comma + "\"crit\":[\"x\"],\"x\":1"), body));
        wrong.put(
                "body that is not encoded",
                ours.over(header(algorithm, comma + "\"crit\":[\"b64\"],\"b64\":false"), body));
        wrong.put("own key in the header", theirs.over(header(RS256, "\"jwk\":" + key), body));
        wrong.put("own keys at an address", theirs.over(header(RS256, "\"jku\":\"" + issuer.uri() + "/keys\""), body));
        wrong.put(
                "own certificate at an address",
                theirs.over(header(RS256, "\"x5u\":\"https://evil.example/x\",\"kid\":\"rsa\""), body));
        wrong.put("own certificate in the header", theirs.over(header(RS256, "\"x5c\":[\"MIIB\"]"), body));
        wrong.put(
                "key that is a path",
                byMac("HmacSHA256", new byte[32])
                        .over(header(JWSAlgorithm.HS256, "\"kid\":\"../../../../dev/null\""), body));
        wrong.put(
                "key that is SQL",
                byMac("HmacSHA256", text("x"))
                        .over(header(JWSAlgorithm.HS256, "\"kid\":\"x' UNION SELECT 'x\""), body));
        wrong.put(
                "type of an access token of somebody else",
                ours.over(header(algorithm, comma + "\"typ\":\"dpop+jwt\""), body));
        wrong.put(
                "token within a token", ours.over(header(algorithm, comma + "\"cty\":\"JWT\""), "\"" + good() + "\""));
        wrong.put("algorithm twice", ours.over("{\"alg\":\"none\",\"alg\":\"" + algorithm + "\"}", body));
        wrong.put("encrypted instead of signed", encrypted(body));
        return wrong;
    }

    private Map<String, String> keysThatAreWrong(String body) {
        var wrong = new LinkedHashMap<String, String>();
        var rsaHead = header(RS256, "\"kid\":\"rsa\"");
        wrong.put("other key of the same name", byRsa(foreign).over(rsaHead, body));
        wrong.put("key that nobody has published", byRsa(foreign).over(header(RS256, "\"kid\":\"other\""), body));
        wrong.put("other key without a name", byRsa(foreign).over(header(RS256, ""), body));
        wrong.put(
                "HS256 with the public key",
                byMac("HmacSHA256", publicKey()).over(header(JWSAlgorithm.HS256, "\"kid\":\"rsa\""), body));
        wrong.put(
                "HS256 with the public key as text",
                byMac("HmacSHA256", text(pem())).over(header(JWSAlgorithm.HS256, "\"kid\":\"rsa\""), body));
        wrong.put("RS256 said, HS256 done", byMac("HmacSHA256", publicKey()).over(rsaHead, body));
        wrong.put(
                "RS512 with the right key",
                by("SHA512withRSA", privateKey()).over(header(JWSAlgorithm.RS512, "\"kid\":\"rsa\""), body));
        wrong.put("PS256 said, RS256 done", byRsa(rsa).over(header(JWSAlgorithm.PS256, "\"kid\":\"rsa\""), body));
        wrong.put("RS256 with the curve's name", byRsa(rsa).over(header(RS256, "\"kid\":\"ec\""), body));
        var curve = header(ES256, "\"kid\":\"ec\"");
        wrong.put("ES256 of nothing but zeros", unsigned(curve, body) + "." + Base64URL.encode(new byte[64]));
        wrong.put("ES256 of the group's order", unsigned(curve, body) + "." + Base64URL.encode(order()));
        wrong.put(
                "ES256 as Java writes it, not JWT",
                unsigned(curve, body) + "." + Base64URL.encode(der(unsigned(curve, body))));
        wrong.put("key that is too weak", weak(body));
        return wrong;
    }

    /** Where a good token is not looked for. */
    private static Stream<Request> waysThatAreWrong(String good) {
        return Stream.of(
                new Request("without the word Bearer", "/v1/ask", List.of("Authorization", good)),
                new Request("other word", "/v1/ask", List.of("Authorization", "Token " + good)),
                new Request("word that runs on", "/v1/ask", List.of("Authorization", "Bearer" + good)),
                new Request("Basic", "/v1/ask", List.of("Authorization", "Basic YWRtaW46YWRtaW4=")),
                new Request("something behind it", "/v1/ask", List.of("Authorization", "Bearer " + good + " x")),
                new Request("comma behind it", "/v1/ask", List.of("Authorization", "Bearer " + good + ", Bearer x")),
                new Request("tab before it", "/v1/ask", List.of("Authorization", "Bearer\t" + good)),
                new Request("in quotes", "/v1/ask", List.of("Authorization", "Bearer \"" + good + "\"")),
                new Request("escaped", "/v1/ask", List.of("Authorization", "Bearer " + good.replace(".", "%2E"))),
                new Request(
                        "two headers",
                        "/v1/ask",
                        List.of("Authorization", "Bearer " + good, "Authorization", "Bearer " + good)),
                new Request("in the address", "/v1/ask?access_token=" + good, List.of()),
                new Request("in a cookie", "/v1/ask", List.of("Cookie", "access_token=" + good + "; token=" + good)),
                new Request("in a header of a proxy", "/v1/ask", List.of("X-Forwarded-Access-Token", good)),
                new Request("in Proxy-Authorization", "/v1/ask", List.of("Proxy-Authorization", "Bearer " + good)),
                new Request(
                        "as the protocol of a socket",
                        "/v1/ask",
                        List.of("Sec-WebSocket-Protocol", "bearer, " + good)));
    }

    private static String header(JWSAlgorithm algorithm, String more) {
        return "{\"alg\":\"" + algorithm + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String unsigned(String header, String claims) {
        return encoded(header) + "." + encoded(claims);
    }

    private static String encoded(String text) {
        return Base64URL.encode(text).toString();
    }

    private static String decoded(String part) {
        return new Base64URL(part).decodeToString();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Seal byRsa(RSAKey key) {
        try {
            return by("SHA256withRSA", key.toPrivateKey());
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Seal by(String algorithm, PrivateKey key) {
        return (header, claims) -> {
            try {
                var signature = Signature.getInstance(algorithm);
                signature.initSign(key);
                signature.update(unsigned(header, claims).getBytes(StandardCharsets.US_ASCII));
                return unsigned(header, claims) + "." + Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException failed) {
                throw new IllegalStateException(failed);
            }
        };
    }

    private static Seal byMac(String algorithm, byte[] key) {
        return (header, claims) -> {
            try {
                var mac = Mac.getInstance(algorithm);
                mac.init(new SecretKeySpec(key, algorithm));
                var sum = mac.doFinal(unsigned(header, claims).getBytes(StandardCharsets.US_ASCII));
                return unsigned(header, claims) + "." + Base64URL.encode(sum);
            } catch (GeneralSecurityException failed) {
                throw new IllegalStateException(failed);
            }
        };
    }

    private byte[] publicKey() {
        try {
            return rsa.toPublicKey().getEncoded();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private PrivateKey privateKey() {
        try {
            return rsa.toPrivateKey();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, text("\n")).encodeToString(publicKey())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Both halves as large as the order of the curve: what is checked without looking at their range, lets it through. */
    private static byte[] order() {
        var one = Curve.P_256.toECParameterSpec().getOrder().toByteArray();
        var half = Arrays.copyOfRange(one, one.length - 32, one.length);
        var both = Arrays.copyOf(half, 64);
        System.arraycopy(half, 0, both, 32, 32);
        return both;
    }

    private byte[] der(String signed) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(ec.toPrivateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException | JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String weak(String body) {
        try {
            var weak = new RSAKeyGenerator(1024, true).keyID("rsa").generate();
            return by("SHA256withRSA", weak.toPrivateKey()).over(header(RS256, "\"kid\":\"rsa\""), body);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String encrypted(String body) {
        try {
            var token = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                            .keyID("rsa")
                            .build(),
                    new Payload(body));
            token.encrypt(new RSAEncrypter(rsa.toRSAPublicKey()));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        issuer.close();
    }
}
