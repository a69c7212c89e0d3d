package dev.flagledger.engine;

import dev.flagledger.api.code.CodeReference;
import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.MetadataEvent.FieldDetached;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.Attachment.Requirement;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.World.Place;
import java.util.ArrayList;
import java.util.List;

/** Moves on tags, webhooks, keys, custom fields and segment rules. */
final class Sundries {

    private static final List<ContentType> THINGS =
            List.of(ContentType.ENVIRONMENT, ContentType.FEATURE, ContentType.SEGMENT);

    private static final List<Operator> OPERATORS = List.of(Operator.values());

    private final History history;
    private final World world;

    /** All attachments, including removed ones, to which values may still refer. */
    private final List<Integer> everAttached = new ArrayList<>();

    Sundries(History history, World world) {
        this.history = history;
        this.world = world;
    }

    /** Makes the move if it is one of these; returns whether it is. */
    boolean make(Move move) {
        switch (move.kind()) {
            case TAG -> World.pick(world.projects, move.one()).ifPresent(this::addTag);
            case CHANGE_TAG -> World.pick(world.tags, move.one()).ifPresent(tag -> change(tag, move));
            case DELETE_TAG -> World.pick(world.tags, move.one()).ifPresent(this::deleteTag);
            case CHANGE_SEGMENT -> World.pick(world.segments, move.one()).ifPresent(segment -> rule(segment, move));
            case WEBHOOK -> World.pick(world.environments, move.one()).ifPresent(this::addWebhook);
            case REMOVE_WEBHOOK -> World.pick(world.webhooks, move.one()).ifPresent(this::removeWebhook);
            case SERVER_KEY -> World.pick(world.environments, move.one()).ifPresent(this::addServerKey);
            case REMOVE_SERVER_KEY -> World.pick(world.serverKeys, move.one()).ifPresent(this::removeServerKey);
            case API_KEY -> addApiKey();
            case RENAME_ORGANISATION -> renameOrganisation(move);
            case TYPE -> World.pick(world.features, move.one()).ifPresent(feature -> retype(feature, move));
            case REVOKE_API_KEY -> World.pick(world.apiKeys, move.one()).ifPresent(this::revoke);
            case SCAN -> World.pick(world.features, move.one()).ifPresent(this::scan);
            case FIELD -> addField(move);
            case ATTACH -> World.pick(world.fields, move.one()).ifPresent(field -> attach(field, move));
            case DETACH -> World.pick(world.attachments, move.one()).ifPresent(this::detach);
            case DELETE_FIELD -> World.pick(world.fields, move.one()).ifPresent(this::delete);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Returns values for all fields, including deleted ones. */
    List<MetadataValue> notes() {
        return everAttached.stream()
                .map(attachment -> new MetadataValue(attachment, "noted"))
                .toList();
    }

    private void addTag(int project) {
        var tag = world.in(world.tags, project);
        history.then(new TagCreated(project, Wares.tag(tag.id(), "tag " + tag.id())));
    }

    private void change(Place tag, Move move) {
        history.then(new TagChanged(tag.parent(), Wares.tag(tag.id(), "tag " + move.two())));
    }

    private void deleteTag(Place tag) {
        world.end(tag, world.tags);
        world.goneTags.add(tag);
        history.then(new TagDeleted(tag.parent(), tag.id()));
    }

    /** Changes the rules of a segment. */
    private void rule(Place segment, Move move) {
        world.endIn(segment.id(), world.rules);
        var asked = new Condition(
                world.in(world.rules, segment.id()).id(),
                World.pick(OPERATORS, move.two()).orElseThrow(),
                "age",
                Integer.toString(move.two() % 10),
                null);
        var below = new SegmentRule(
                world.in(world.rules, segment.id()).id(), SegmentRule.Type.ANY, List.of(), List.of(asked));
        var rule = new SegmentRule(
                world.in(world.rules, segment.id()).id(), SegmentRule.Type.ALL, List.of(below), List.of());
        var own = world.ownFeatures.get(segment.id());
        history.then(new SegmentChanged(
                segment.id(), new SegmentDefinition("segment " + segment.id(), null, own, List.of(rule), notes())));
    }

    private void addWebhook(Place environment) {
        var webhook = world.in(world.webhooks, environment.id());
        history.then(new WebhookAdded(
                webhook.id(),
                WebhookOwner.environment(environment.id()),
                WebhookSettings.of("https://hooks.example.test/", true)));
    }

    private void removeWebhook(Place webhook) {
        world.end(webhook, world.webhooks);
        history.then(new WebhookRemoved(webhook.id(), WebhookOwner.environment(webhook.parent())));
    }

    private void addServerKey(Place environment) {
        var key = world.in(world.serverKeys, environment.id());
        history.then(new ServerKeyAdded(environment.id(), Wares.serverKey(key.id(), "backend")));
    }

    private void removeServerKey(Place key) {
        world.end(key, world.serverKeys);
        history.then(new ServerKeyRemoved(key.parent(), key.id()));
    }

    private void addApiKey() {
        var key = world.in(world.apiKeys, Shop.ORGANISATION);
        history.then(new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(key.id(), "terraform")));
    }

    private void renameOrganisation(Move move) {
        var settings = new OrganisationSettings("Acme " + move.two() % 3, null, move.enabled(), false);
        history.then(new OrganisationChanged(Shop.ORGANISATION, settings));
    }

    private void retype(Place feature, Move move) {
        history.then(new TypeChanged(feature.id(), move.enabled() ? FeatureType.MULTIVARIATE : FeatureType.STANDARD));
    }

    private void revoke(Place key) {
        world.end(key, world.apiKeys);
        history.then(new ApiKeyRevoked(Shop.ORGANISATION, key.id()));
    }

    /** Scans a repository that refers to this feature only. */
    private void scan(Place feature) {
        var found = new CodeReference(feature.id(), "src/basket.js", feature.id());
        var scan = new CodeScan("https://code.example.test/shop", VcsProvider.GITHUB, "c0ffee", List.of(found));
        history.then(new CodeScanned(Shop.id(world.next()), feature.parent(), scan));
    }

    private void addField(Move move) {
        var owner = World.pick(world.projects, move.one()).filter(_ -> move.enabled());
        var field = world.in(world.fields, owner.orElse(0));
        var definition = new FieldDefinition("field " + field.id(), FieldDefinition.Type.STR, null);
        history.then(new FieldCreated(field.id(), Shop.ORGANISATION, owner.orElse(null), definition));
    }

    /** Attaches a field to a content type, at most once to each. */
    private void attach(Place field, Move move) {
        int attached = (int) world.of(world.attachments, field.id()).count();
        if (attached < THINGS.size()) {
            var attachment = world.in(world.attachments, field.id());
            everAttached.add(attachment.id());
            var required = World.pick(world.projects, move.two())
                    .map(project -> List.of(new Requirement(ContentType.PROJECT, project)))
                    .orElse(List.of());
            history.then(
                    new FieldAttached(field.id(), new Attachment(attachment.id(), THINGS.get(attached), required)));
        }
    }

    private void detach(Place attachment) {
        world.end(attachment, world.attachments);
        history.then(new FieldDetached(attachment.parent(), attachment.id()));
    }

    private void delete(Place field) {
        world.endIn(field.id(), world.attachments);
        world.end(field, world.fields);
        history.then(new FieldDeleted(field.id()));
    }
}
