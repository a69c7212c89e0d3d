package dev.flagledger.command.user.proof;

import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.login.LoginWay;

/** Who has proved who they are, and in which way. */
public record Proven(Account account, LoginWay way) {}
