package dev.flagledger.query.sdk.flags.body;

import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.contract.view.flag.FlagView;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The environment defaults of an environment's flags, as JSON. The response to a request for flags is one byte array; responses
 * about identities copy parts of it, so that each environment default is in memory once.
 */
public final class WrittenFlags {

    /** The approximate size of one flag. */
    private static final int FLAG_BYTES = 300;

    private final FlagSources sources;
    private final int[] states;
    private final int[] ends;
    private final byte[] all;
    private final PreparedBody forServers;
    private final PreparedBody forClients;

    private WrittenFlags(FlagSources sources, int[] states, int[] ends, byte[] all, int[] clients) {
        this.sources = sources;
        this.states = states;
        this.ends = ends;
        this.all = all;
        this.forServers = new PreparedBody(all);
        this.forClients = clients.length == states.length ? forServers : new PreparedBody(subset(clients));
    }

    /** Encodes the flags, copying those that have not changed since {@code before}, which is of the same environment. */
    public static WrittenFlags of(
            Project project, Environment environment, @Nullable WrittenFlags before, Function<FlagView, byte[]> json) {
        var sources = FlagSources.of(project, environment);
        var flags = FlagView.visible(project, environment, Audience.SERVER);
        var ends = new int[flags.size()];
        var body = new ByteArrayOutputStream(2 + ends.length * FLAG_BYTES);
        body.write('[');
        for (int index = 0; index < ends.length; index++) {
            if (index > 0) {
                body.write(',');
            }
            var flag = flags.get(index);
            if (before == null || !before.copied(flag, sources, body)) {
                body.writeBytes(json.apply(FlagView.of(project, environment, flag)));
            }
            ends[index] = body.size();
        }
        body.write(']');
        var clients = FlagView.visible(project, environment, Audience.CLIENT);
        return new WrittenFlags(sources, states(flags), ends, body.toByteArray(), states(clients));
    }

    private static int[] states(List<Flag> flags) {
        return flags.stream().mapToInt(flag -> flag.environmentDefault().id()).toArray();
    }

    private boolean copied(Flag flag, FlagSources later, ByteArrayOutputStream body) {
        int index = sources.same(flag.featureId(), later)
                ? index(flag.environmentDefault().id())
                : -1;
        if (index < 0) {
            return false;
        }
        body.write(all, begin(index), length(index));
        return true;
    }

    private byte[] subset(int[] chosen) {
        var body = new ByteArrayOutputStream(all.length);
        body.write('[');
        for (int state : chosen) {
            if (body.size() > 1) {
                body.write(',');
            }
            int index = index(state);
            body.write(all, begin(index), length(index));
        }
        body.write(']');
        return body.toByteArray();
    }

    /** Returns the number of flags. */
    public int size() {
        return states.length;
    }

    /** Returns whether the flags are the same as if they were written from these sources now. */
    public boolean isOf(FlagSources others) {
        return sources.same(others);
    }

    /** Returns the JSON array of all flags that are visible to the audience. */
    public PreparedBody prepared(Audience audience) {
        return audience == Audience.SERVER ? forServers : forClients;
    }

    /** Returns the index of the environment default with this id; negative if it is not among the flags. */
    public int index(int stateId) {
        return Arrays.binarySearch(states, stateId);
    }

    /** Returns the length of the flag's JSON object in bytes. */
    public int length(int index) {
        return ends[index] - begin(index);
    }

    /** Puts the first {@code bytes} bytes of the flag's JSON object into the buffer. */
    public void write(int index, int bytes, ByteBuffer out) {
        out.put(all, begin(index), bytes);
    }

    private int begin(int index) {
        return index == 0 ? 1 : ends[index - 1] + 1;
    }
}
