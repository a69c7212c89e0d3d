package dev.flagledger.webhook.log.message;

import dev.flagledger.contract.paging.PageLink;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/**
 * A page of messages, oldest first.
 *
 * @param next the URL of what follows, now or later
 */
record MessagePage(String next, List<MessageView> results) {

    /**
     * The page of a request.
     *
     * @param after the number after which the page begins
     */
    static MessagePage of(HttpServletRequest request, long after, List<MessageView> found) {
        var last = found.isEmpty() ? after : found.getLast().sequence();
        return new MessagePage(PageLink.of(request, Map.of("after", last)), found);
    }
}
