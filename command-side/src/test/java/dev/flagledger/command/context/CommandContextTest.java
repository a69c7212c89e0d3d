package dev.flagledger.command.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.project.ProjectCommand.CreateTag;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.engine.Wares;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CommandContextTest {

    private static final TestNode NODE = TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class);

    private final FoundedShop shop = new FoundedShop(NODE);
    private final CommandContext context = shop.context();

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void theEffectOfACommandIsVisibleOnceItIsSent() {
        context.send(tag(91));

        assertThat(tags()).containsExactly(91);
    }

    @Test
    void anAccessContextDoesNotChangeWithLaterCommands() {
        var before = context.access();
        context.send(tag(91));

        assertThat(before.project(shop.project()).tags().keySet()).isEmpty();
        assertThat(context.access().project(shop.project()).tags().keySet()).containsExactly(91);
    }

    @Test
    void commandsAreSentInTheCallersName() {
        var stranger = TestContexts.of(NODE, Actor.user(1_000_077, "eve@example.test"));

        assertThat(stranger.actor()).isEqualTo(stranger.attribution().actor());
        assertThatThrownBy(() -> stranger.send(tag(91)))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Forbidden().toString());
        assertThat(tags()).isEmpty();
    }

    @Test
    void anotherCallersCommandsAreSentInTheirName() {
        var stranger = Actor.user(1_000_077, "eve@example.test");

        assertThat(context.by(stranger).attribution())
                .isEqualTo(context.attribution().by(stranger));
        assertThatThrownBy(() -> context.by(stranger).send(tag(91))).isInstanceOf(Rejected.class);
        assertThat(tags()).isEmpty();
    }

    @Test
    void theCallerSeesWhatTheyMaySee() {
        var stranger = TestContexts.of(NODE, Actor.user(1_000_077, "eve@example.test"));

        assertThat(context.access().project(shop.project(), Permission.PROJECT_ADMIN))
                .isNotNull();
        assertThatThrownBy(() -> stranger.access().project(shop.project())).isInstanceOf(Rejected.class);
    }

    @Test
    void aWriteAlongsideIsInTheCommandsTransaction() {
        var written = new AtomicInteger();
        context.send(tag(91), written::incrementAndGet);

        assertThat(written).hasValue(1);
        assertThatThrownBy(() -> context.send(tag(92), () -> {
                    throw new IllegalStateException("cannot be written");
                }))
                .hasStackTraceContaining("cannot be written");
        assertThat(tags()).containsExactly(91);
    }

    private CreateTag tag(int id) {
        return new CreateTag(shop.project(), Wares.tag(id, "tag " + id));
    }

    private Set<Integer> tags() {
        return context.installation()
                .project(shop.project())
                .orElseThrow()
                .tags()
                .keySet();
    }
}
