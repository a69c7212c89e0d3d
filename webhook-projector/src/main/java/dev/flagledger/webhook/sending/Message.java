package dev.flagledger.webhook.sending;

import dev.flagledger.access.secret.SigningKeys;
import dev.flagledger.webhook.payload.Signatures;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * A message to one receiver, for one attempt.
 *
 * @param id the same for all attempts, so that receivers recognise repeated messages
 * @param sequence the number among the receiver's messages; zero for none
 * @param url the receiver's URL, as configured
 * @param keys what to sign with
 * @param body the bytes to send
 * @param at the time of this attempt
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Message(String id, long sequence, String url, SigningKeys keys, byte[] body, Instant at) {

    /** A message without a number, signed with one secret; unsigned if it is empty. */
    public Message(String id, String url, String secret, byte[] body, Instant at) {
        this(id, 0, url, SigningKeys.of(secret), body, at);
    }

    /**
     * Creates the HTTP request.
     *
     * @throws IllegalArgumentException if the URL is malformed or contains user information
     */
    HttpPost toRequest() {
        var post = new HttpPost(URI.create(url));
        if (post.getAuthority() != null && post.getAuthority().getUserInfo() != null) {
            throw new IllegalArgumentException("A webhook has no user");
        }
        post.setEntity(new ByteArrayEntity(body, ContentType.create("application/json")));
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", at.getEpochSecond());
        if (sequence > 0) {
            post.setHeader("webhook-sequence", sequence);
        }
        Signatures.of(keys, id, at, body).forEach(post::setHeader);
        return post;
    }

    /** What nobody but the receiver may see of a request for this message: the secrets and what they have signed. */
    List<String> secretsIn(HttpPost post) {
        var signatures = Signatures.NAMES.stream()
                .flatMap(name -> Stream.ofNullable(post.getFirstHeader(name)))
                .flatMap(header -> Stream.of(header.getValue().split(" ")));
        return Stream.of(signatures, Stream.of(keys.secret()), Stream.ofNullable(keys.previous()))
                .flatMap(part -> part)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }
}
