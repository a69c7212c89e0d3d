package dev.flagledger.access.session.rule;

import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the organisations of a user demand of a login, as they are now: also of logins that happened before. An organisation that does
 * not accept the way in which a user has logged in is hidden from the session. So one organisation does not decide over others, and
 * membership of another one is no way around its demands.
 */
public final class LoginDemands {

    private LoginDemands() {}

    /** Returns the ids of the user's organisations that do not accept this way of logging in. */
    public static List<Integer> refusing(Installation installation, int userId, LoginWay way) {
        return of(installation, userId)
                .filter(Predicate.not(accepting(installation, userId, way)))
                .map(Organisation::id)
                .toList();
    }

    /** Returns whether the user is a member of organisations none of which accepts this way of logging in. */
    public static boolean refused(Installation installation, int userId, LoginWay way) {
        var organisations = of(installation, userId).toList();
        return !organisations.isEmpty() && organisations.stream().noneMatch(accepting(installation, userId, way));
    }

    /** Returns the methods that organisations of the user name, in the order of their definition. */
    public static List<LoginMethod> named(Installation installation, int userId) {
        var email = email(installation, userId);
        return of(installation, userId)
                .flatMap(organisation -> organisation.access().loginRules().methodsFor(email).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Returns the ids of the user's organisations that demand a second factor of their members, and a code of it after this way of
     * logging in.
     */
    public static List<Integer> askingForCode(Installation installation, int userId, LoginWay way) {
        return of(installation, userId)
                .filter(organisation -> organisation.settings().forceTwoFactor())
                .filter(Predicate.not(dispensing(way)))
                .map(Organisation::id)
                .toList();
    }

    /**
     * Returns whether no organisation that accepts this way of logging in asks for a code after it. An organisation whose own provider
     * vouches decides so for those only who are in no other organisation: the factor protects what they have there too. What a superuser
     * may do is not for an organisation to open.
     */
    public static boolean dispenseWithCode(Installation installation, int userId, LoginWay way) {
        if (installation
                .user(userId)
                .filter(user -> user.standing().superuser())
                .isPresent()) {
            return false;
        }
        var organisations = of(installation, userId).toList();
        if (way.organisation() != null && organisations.size() > 1) {
            return false;
        }
        var accepting = organisations.stream()
                .filter(accepting(installation, userId, way))
                .toList();
        return !accepting.isEmpty() && accepting.stream().allMatch(dispensing(way));
    }

    /** Returns whether an organisation that accepts this way of logging in demands that its members have a second factor. */
    public static boolean secondFactor(Installation installation, int userId, LoginWay way) {
        return of(installation, userId)
                .filter(organisation -> organisation.settings().forceTwoFactor())
                .filter(accepting(installation, userId, way))
                .anyMatch(Predicate.not(dispensing(way)));
    }

    /** Returns whether an organisation of the user has rules for the domain of their address, and another address is of another domain. */
    public static boolean keepDomain(Installation installation, int userId, String other) {
        var email = email(installation, userId);
        return of(installation, userId)
                .anyMatch(organisation -> organisation.access().loginRules().leaves(email, other));
    }

    private static Stream<Organisation> of(Installation installation, int userId) {
        return installation.organisations().values().stream()
                .filter(organisation -> organisation.members().containsKey(userId));
    }

    private static Predicate<Organisation> accepting(Installation installation, int userId, LoginWay way) {
        var email = email(installation, userId);
        return organisation -> organisation.access().loginRules().accept(organisation.id(), email, way);
    }

    private static Predicate<Organisation> dispensing(LoginWay way) {
        return organisation -> organisation.access().loginRules().dispenseWithCode(organisation.id(), way);
    }

    private static String email(Installation installation, int userId) {
        return installation.user(userId).map(user -> user.email()).orElse("");
    }
}
