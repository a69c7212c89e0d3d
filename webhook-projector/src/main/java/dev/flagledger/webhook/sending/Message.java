package dev.flagledger.webhook.sending;

import dev.flagledger.webhook.payload.Signature;
import java.net.URI;
import java.time.Instant;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * One attempt to tell one receiver.
 *
 * @param id by which the receiver knows a repeated message
 * @param url where to, as it was saved
 * @param secret signs the body, unless it is empty
 * @param body sent as it is
 * @param at the time of this attempt
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Message(String id, String url, String secret, byte[] body, Instant at) {

    /**
     * The request to send.
     *
     * @throws IllegalArgumentException when the URL cannot be read, or names a user
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
            post.setHeader("X-Flagsmith-Signature", Signature.of(secret, body));
        }
        return post;
    }
}
