package dev.flagledger.api.login;

import java.util.List;

/**
 * What an organisation demands of the logins of its members.
 *
 * @param methods the methods by which members may log in; empty for all
 * @param domains the methods for members with an address of a domain, instead of {@code methods}
 * @param withoutCode the methods after which no code of the second factor is asked for
 */
public record LoginPolicy(List<LoginMethod> methods, List<Domain> domains, List<LoginMethod> withoutCode) {

    /** Every method is accepted, and a code is asked for after each. */
    public static final LoginPolicy OPEN = new LoginPolicy(List.of(), List.of(), List.of());

    /**
     * The methods for addresses of a domain.
     *
     * @param name the domain, in lower case
     * @param methods the methods; empty for all
     */
    public record Domain(String name, List<LoginMethod> methods) {}
}
