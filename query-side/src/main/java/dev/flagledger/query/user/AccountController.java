package dev.flagledger.query.user;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.user.AccountView;
import dev.flagledger.engine.state.organisation.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists all accounts, for superusers. */
@RestController
class AccountController {

    @GetMapping("/api/v1/accounts")
    Page<AccountView> list(AccessContext access, HttpServletRequest request) {
        access.require(Permission.INSTALLATION_ADMIN, new Scope.Everywhere());
        var accounts = access.now().users().values().stream()
                .filter(Predicate.not(User::hasBeenErased))
                .toList();
        return PageRequest.sized(request).of(accounts).map(AccountView::of);
    }
}
