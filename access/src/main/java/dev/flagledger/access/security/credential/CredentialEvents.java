package dev.flagledger.access.security.credential;

import dev.flagledger.api.event.AccountEvent;
import dev.flagledger.api.event.AccountEvent.AccountActivated;
import dev.flagledger.api.event.AccountEvent.AccountDeactivated;
import dev.flagledger.api.event.AccountEvent.ActivationAwaited;
import dev.flagledger.api.event.AccountEvent.EmailChanged;
import dev.flagledger.api.event.AccountEvent.OnboardingChanged;
import dev.flagledger.api.event.AccountEvent.OriginRecorded;
import dev.flagledger.api.event.AccountEvent.PasswordChanged;
import dev.flagledger.api.event.AccountEvent.PasswordResetRequested;
import dev.flagledger.api.event.AccountEvent.SuperuserGranted;
import dev.flagledger.api.event.AccountEvent.SuperuserRevoked;
import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.ErasureEvent.FormerIdentityErased;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.FactorEvent;
import dev.flagledger.api.event.FactorEvent.BackupCodeUsed;
import dev.flagledger.api.event.FactorEvent.SecondFactorActivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorDeactivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorFailed;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.LoginLinkEvent.LoginLinked;
import dev.flagledger.api.event.LoginLinkEvent.LoginUnlinked;
import dev.flagledger.api.event.LoginRuleEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OidcProviderEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyFirstUsed;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldLifted;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldPlaced;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberRoleChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.RoleEvent;
import dev.flagledger.api.event.SamlEvent;
import dev.flagledger.api.event.ScimEvent.ScimConnected;
import dev.flagledger.api.event.ScimEvent.ScimDisconnected;
import dev.flagledger.api.event.ScimEvent.ScimGroupFilled;
import dev.flagledger.api.event.ScimEvent.ScimPersonForgotten;
import dev.flagledger.api.event.ScimEvent.ScimPersonRecorded;
import dev.flagledger.api.event.ScimEvent.ScimTokenChanged;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SessionEvent;
import dev.flagledger.api.event.TrustEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;

/** Classifies events that revoke or change credentials. */
final class CredentialEvents {

    private CredentialEvents() {}

    /** Returns whether the event revokes or changes a token or a key. */
    static boolean end(LedgerEvent event) {
        return switch (event) {
            case UserEvent user ->
                switch (user) {
                    case UserLoggedOut _, SessionEvent _ -> true;
                    case FactorEvent factor -> end(factor);
                    case AccountEvent account -> changesUse(account);
                    case UserRegistered _, UserRenamed _, UserLoggedIn _, UserLoginFailed _, UserLoginLocked _ -> false;
                    case LoginUnlinked _ -> true;
                    case LoginLinked _ -> false;
                };
            case OrganisationEvent organisation ->
                switch (organisation) {
                    case LoginRuleEvent _ -> false;
                    case ApiKeyChanged _, ApiKeyRevoked _, OrganisationDeleted _ -> true;
                    case GroupEvent _, GrantEvent _, RoleEvent _, TrustEvent _ -> false;
                    case InviteEvent _,
                            OrganisationCreated _,
                            OrganisationChanged _,
                            MemberJoined _,
                            MemberRoleChanged _,
                            MemberRemoved _,
                            ApiKeyCreated _,
                            ApiKeyFirstUsed _,
                            RetentionChanged _,
                            LegalHoldPlaced _,
                            LegalHoldLifted _,
                            EventsPruned _ -> false;
                    // Sessions end with the provider that vouched for them.
                    case OidcProviderEvent _, SamlEvent _ -> true;
                    case ScimConnected _, ScimTokenChanged _, ScimDisconnected _ -> true;
                    case ScimPersonRecorded _, ScimPersonForgotten _, ScimGroupFilled _ -> false;
                };
            case UserErased _ -> true;
            case InvitedPersonErased _,
                    IdentityErased _,
                    FormerIdentityErased _,
                    CodeEvent _,
                    EnvironmentEvent _,
                    ExportEvent _,
                    FeatureEvent _,
                    FlagEvent _,
                    HealthEvent _,
                    ManagedIdentityEvent _,
                    MetadataEvent _,
                    ProjectEvent _,
                    SegmentEvent _,
                    VersionEvent _,
                    WebhookEvent _ -> false;
        };
    }

    /** Whether a user has a second factor is part of how they are known. */
    private static boolean end(FactorEvent event) {
        return switch (event) {
            case SecondFactorActivated _, SecondFactorDeactivated _ -> true;
            case SecondFactorFailed _, BackupCodeUsed _ -> false;
        };
    }

    private static boolean changesUse(AccountEvent event) {
        return switch (event) {
            case PasswordChanged _, EmailChanged _, AccountActivated _, AccountDeactivated _ -> true;
            case PasswordResetRequested _,
                    OriginRecorded _,
                    ActivationAwaited _,
                    SuperuserGranted _,
                    SuperuserRevoked _,
                    OnboardingChanged _ -> false;
        };
    }
}
