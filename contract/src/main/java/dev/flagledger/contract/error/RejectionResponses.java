package dev.flagledger.contract.error;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import dev.flagledger.api.Rejection;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.IdentityTexts;
import dev.flagledger.contract.error.text.NameTakenTexts;
import dev.flagledger.contract.error.text.PastTexts;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.error.text.access.GrantTexts;
import dev.flagledger.contract.error.text.access.InviteTexts;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.contract.error.text.access.RoleTexts;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.error.text.access.UserTexts;
import dev.flagledger.contract.error.text.project.FeatureTexts;
import dev.flagledger.contract.error.text.project.MetadataTexts;
import dev.flagledger.contract.error.text.project.OverrideTexts;
import dev.flagledger.contract.error.text.project.ProjectTexts;
import dev.flagledger.contract.error.text.project.SegmentTexts;
import dev.flagledger.contract.error.text.project.VersionTexts;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/** Responses to rejected commands: the status, and the body, whose shape depends on the rule or limit. */
final class RejectionResponses {

    private RejectionResponses() {}

    static ResponseEntity<Object> of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Taken(var what) -> ErrorResponses.of(BAD_REQUEST, NameTakenTexts.body(what));
            case Rejection.Missing(var what) -> ErrorResponses.detail(NOT_FOUND, AccessTexts.notFound(what));
            case Rejection.Restored() -> ErrorResponses.detail(CONFLICT, PastTexts.NOT_UNDOABLE);
            case Rejection.Forbidden() -> ErrorResponses.detail(FORBIDDEN, AccessTexts.FORBIDDEN);
            case Rejection.Unprivileged() -> ErrorResponses.detail(FORBIDDEN, AccessTexts.UNPRIVILEGED);
            case Rejection.Overridden() -> ErrorResponses.of(BAD_REQUEST, List.of(OverrideTexts.EXISTS));
            case Rejection.Invalid(var rule) -> ErrorResponses.of(BAD_REQUEST, body(rule));
            case Rejection.Granted(var holder, var place) ->
                ErrorResponses.of(BAD_REQUEST, field(FieldTexts.NON_FIELD_ERRORS, GrantTexts.taken(holder, place)));
            case Rejection.Oneself(var joining) ->
                ErrorResponses.detail(FORBIDDEN, joining ? GrantTexts.JOINS_ONESELF : GrantTexts.LEAVES_ONESELF);
            case Rejection.Full(var limit) -> ErrorResponses.of(BAD_REQUEST, body(limit));
            case Rejection.ForeignSegment(var feature) ->
                ErrorResponses.of(BAD_REQUEST, field("feature", OverrideTexts.foreignSegment(feature)));
            case Rejection.Unfit(var cause) -> ErrorResponses.detail(BAD_REQUEST, VersionTexts.of(cause));
            case Rejection.Conflict conflict ->
                ErrorResponses.of(BAD_REQUEST, Map.of("message", VersionTexts.of(conflict)));
            case Rejection.Pruned() -> ErrorResponses.detail(GONE, PastTexts.PRUNED);
            case Rejection.Withheld() -> ErrorResponses.detail(SERVICE_UNAVAILABLE, ProjectTexts.WITHHELD);
        };
    }

    private static Object body(Rejection.Invalid.Rule rule) {
        return switch (rule) {
            case LAST_ADMIN -> field("user", UserTexts.LAST_ADMIN);
            case LAST_SUPERUSER -> field("user", UserTexts.LAST_SUPERUSER);
            case INVITED_ADDRESS -> Map.of("detail", InviteTexts.OTHER_ADDRESS);
            case INVITE_EXPIRED -> Map.of("detail", InviteTexts.EXPIRED);
            case LAST_OWNER -> List.of(FeatureTexts.LAST_OWNER);
            case OPTION_PERCENTAGES -> field("default_percentage_allocation", FeatureTexts.INVALID_ALLOCATION);
            case OPTION_KEY -> field("key", FeatureTexts.KEY_TAKEN);
            case FIELD_ATTACHMENT -> field(FieldTexts.NON_FIELD_ERRORS, MetadataTexts.ALREADY_ATTACHED);
            case HEALTH_PROVIDER -> field("name", ProjectTexts.HEALTH_PROVIDER_TAKEN);
            case TRAIT_KEY -> field(FieldTexts.NON_FIELD_ERRORS, IdentityTexts.TRAIT_TAKEN);
            case TRAIT_TYPE -> List.of(IdentityTexts.TRAIT_NOT_INTEGER);
            case TRAIT_RANGE -> List.of(IdentityTexts.TRAIT_OUT_OF_RANGE);
            case EXTERNAL_GROUP -> field(FieldTexts.NON_FIELD_ERRORS, GrantTexts.EXTERNAL_ID_TAKEN);
            case SCIM_CONNECTED -> Map.of("detail", ScimTexts.CONNECTED);
            case ROLE_GRANT -> field(FieldTexts.NON_FIELD_ERRORS, RoleTexts.GRANT_TAKEN);
            case ROLE_HOLDER -> field(FieldTexts.NON_FIELD_ERRORS, RoleTexts.HOLDER_TAKEN);
            case DOMAIN_LISTED -> field("name", LoginRuleTexts.DOMAIN_LISTED);
            case DOMAIN_UNPROVEN -> field("domains", LoginRuleTexts.DOMAIN_UNPROVEN);
            case DOMAIN_NAMED -> Map.of("detail", LoginRuleTexts.DOMAIN_NAMED);
            case NOTE -> field("note", FieldTexts.REQUIRED);
        };
    }

    /** As in Flagsmith, only the body about segments has a list. */
    private static Object body(Rejection.Full.Limit limit) {
        return switch (limit) {
            case FEATURES -> Map.of("project", FeatureTexts.FULL);
            case SEGMENTS -> field("project", SegmentTexts.FULL);
            case SEGMENT_OVERRIDES -> Map.of("environment", OverrideTexts.FULL);
            case MAIL_DOMAINS -> field(FieldTexts.NON_FIELD_ERRORS, LoginRuleTexts.DOMAINS_FULL);
        };
    }

    private static Map<String, List<String>> field(String name, String problem) {
        return Map.of(name, List.of(problem));
    }
}
