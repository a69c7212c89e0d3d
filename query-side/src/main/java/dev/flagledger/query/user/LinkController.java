package dev.flagledger.query.user;

import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.permission.AccessContext;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the identity providers that the caller's account is linked with. */
@RestController
class LinkController {

    private final LinkedLogins links;

    LinkController(LinkedLogins links) {
        this.links = links;
    }

    /** {@code provider} is its lasting name, such as {@code google} or {@code oidc-3}. */
    record Link(String provider) {}

    @GetMapping("/api/v1/auth/users/me/logins")
    List<Link> list(AccessContext access) {
        return links.providersOf(access.account().id()).stream().map(Link::new).toList();
    }
}
