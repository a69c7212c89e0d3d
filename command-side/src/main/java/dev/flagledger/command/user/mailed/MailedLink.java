package dev.flagledger.command.user.mailed;

import dev.flagledger.access.address.DashboardLinks;

/**
 * A link in a mail to a user.
 *
 * @param path the path of the dashboard's page, with a slash at its beginning
 */
public record MailedLink(String path) {

    static MailedLink of(String page, int userId, String token) {
        return new MailedLink("/" + page + "/" + Uid.of(userId) + "/" + token);
    }

    /** Returns the address of the page; its path only if it is unknown where the dashboard is. */
    public String in(DashboardLinks dashboard) {
        return dashboard.to(path);
    }
}
