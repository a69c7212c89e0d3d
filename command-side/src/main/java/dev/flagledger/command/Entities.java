package dev.flagledger.command;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an aggregate holds of one kind, by id: the tags of a project, the keys of an environment.
 *
 * @param <T> what is held
 */
public final class Entities<T> {

    private final String kind;
    private final SortedMap<Integer, T> byId = new TreeMap<>();

    /** @param kind what clients know it as, for the answer that it is missing */
    public Entities(String kind) {
        this.kind = kind;
    }

    /**
     * The one with this id.
     *
     * @throws Rejected if there is none
     */
    public T get(int id) {
        var entity = byId.get(id);
        if (entity == null) {
            throw new Rejected(new Rejection.Missing(kind));
        }
        return entity;
    }

    /**
     * Fails where there is none with this id.
     *
     * @throws Rejected likewise
     */
    public void require(int id) {
        get(id);
    }

    public boolean has(int id) {
        return byId.containsKey(id);
    }

    /** All of them, in the order of their ids. */
    public Collection<T> all() {
        return List.copyOf(byId.values());
    }

    /** Their ids. */
    public Set<Integer> ids() {
        return Set.copyOf(byId.keySet());
    }

    /** Adds it, or replaces what had its id. */
    public void put(int id, T entity) {
        byId.put(id, entity);
    }

    public void remove(int id) {
        byId.remove(id);
    }
}
