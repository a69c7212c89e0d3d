package dev.flagledger.command.user.login;

import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.Attribution;

/** Records logins of known users whom an identity provider vouched for, and who were not let in nevertheless. */
public interface RefusedLogins {

    /**
     * Records a failed login, unless too many of this user failed from this address; never fails.
     *
     * @param by the request that tried to log in
     */
    void report(int user, LoginWay way, Attribution by);
}
