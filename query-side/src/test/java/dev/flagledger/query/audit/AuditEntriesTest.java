package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.contract.view.audit.ActorView;
import dev.flagledger.contract.view.audit.AuditLineView;
import dev.flagledger.contract.view.feature.AuthorView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.projection.Tables;
import dev.flagledger.testing.Lines;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines are stored and read back. */
class AuditEntriesTest {

    private final AuditNode node = new AuditNode();

    @Test
    void aLineOfAnOrganisationHasNoProjectAndNoRelatedObject() {
        node.run(lines -> {
            var view =
                    keptAndRead(lines, Shop.open(), new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(2, "terraform")));

            assertThat(view.log()).isEqualTo("New API key created: terraform");
            assertThat(view.project()).isNull();
            assertThat(view.relatedObjectId()).isNull();
            assertThat(view.relatedObjectType()).isNull();
            assertThat(view.changeType()).isEqualTo("CREATE");
        });
    }

    @Test
    void aLineOfADeletedProjectKeepsItsText() {
        node.run(lines -> {
            var view = keptAndRead(lines, Shop.withBasket(), new ProjectDeleted(Shop.PROJECT));

            assertThat(view.log()).isEqualTo("Project deleted: Shop");
            assertThat(view.project()).isNull();
            assertThat(view.changeType()).isEqualTo("DELETE");
        });
    }

    @Test
    void idsFollowTheLogWhateverTheBatchSize() {
        node.run(lines -> {
            var history = Shop.open();
            var rows = IntStream.range(0, 5)
                    .mapToObj(
                            key -> history.then(new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(key, "key " + key))))
                    .map(then -> new AuditRow(then.last(), Lines.line(then), "[]", null))
                    .toList();

            lines.table().append(rows.subList(0, 1), Tables.LIVE);
            lines.table().append(rows.subList(1, 5), Tables.LIVE);

            for (int key = 0; key < 5; key++) {
                assertThat(lines.entry(key + 1).log()).isEqualTo("New API key created: key " + key);
            }
        });
    }

    @Test
    void onlyTheErasedSubjectIsRedacted() {
        node.run(lines -> {
            lines.append(created(Shop.USER_88, "user-88"), created(4212, "user-89"));

            lines.table().erase(Subject.identity(Shop.USER_88), Tables.LIVE);

            assertThat(lines.entry(1).log()).isEqualTo("New Identity created: erased");
            assertThat(lines.entry(1).changeDetails()).isEqualTo("[\"erased\"]");
            assertThat(lines.entry(2).log()).isEqualTo("New Identity created: user-89");
            assertThat(lines.entry(2).changeDetails()).isEqualTo("[]");
        });
    }

    @Test
    void anAuthorWhoseAccountNoLongerExistsIsShownAsOfThen() {
        node.run(lines -> {
            keptAndRead(lines, Shop.open(), new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(2, "terraform")));

            var view = AuditLineView.listed(lines.entry(1), Installation.EMPTY);

            assertThat(view.author()).isEqualTo(AuthorView.former(Shop.ANA, "ana@example.test"));
            assertThat(view.actor()).isEqualTo(new ActorView("user", Shop.ANA, "ana@example.test"));
        });
    }

    private static AuditRow created(int identity, String identifier) {
        var history = Shop.open().then(new ManagedIdentityCreated(Shop.LIVE, identity, identifier));
        return new AuditRow(history.last(), Lines.line(history), "[]", "[\"erased\"]");
    }

    private static AuditLineView keptAndRead(AuditNode.Lines lines, History history, LedgerEvent event) {
        var line = Lines.line(history.then(event));
        lines.table().append(List.of(new AuditRow(history.last(), line, "[]", null)), Tables.LIVE);
        var entry = lines.entry(1);
        return AuditLineView.detailed(
                entry, history.state(), new ChangeDetails().read(entry.changeDetails()), entry.changeType());
    }
}
