package dev.flagledger.webhook.sending;

import dev.flagledger.webhook.payload.FlagsmithSignature;
import dev.flagledger.webhook.payload.StandardSignature;
import java.net.URI;
import java.time.Instant;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * A message to one receiver, for one attempt.
 *
 * @param id the same for all attempts, so that receivers recognise repeated messages
 * @param url the receiver's URL, as configured
 * @param secret the key of the signature; empty for none
 * @param body the bytes to send
 * @param at the time of this attempt
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Message(String id, String url, String secret, byte[] body, Instant at) {

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
        if (!secret.isEmpty()) {
            post.setHeader("X-Flagsmith-Signature", FlagsmithSignature.of(secret, body));
            post.setHeader("webhook-signature", StandardSignature.of(secret, id, at, body));
        }
        return post;
    }
}
