package dev.flagledger.ledger.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published test vectors of Certificate Transparency: eight entries, their roots and proofs. */
class MerkleTreeTest {

    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(entry -> Hash.ofLeaf(HexFormat.of().parseHex(entry)))
            .toList();

    private static final List<Hash> ROOTS = hashes("""
            6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
            fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
            aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
            d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
            4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
            76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
            ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
            5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328""");

    @Test
    void theRootsAreThePublishedOnes() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            assertThat(Trees.tree(LEAVES.subList(0, size)).root()).isEqualTo(ROOTS.get(size - 1));
        }
        assertThat(HexFormat.of().formatHex(Trees.tree(List.of()).root().bytes()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 1 | ''
            0 | 8 | 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4
            5 | 8 | bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
            2 | 3 | fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
            1 | 5 | 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b
            """)
    void thePathsOfLeavesAreThePublishedOnes(int index, int size, String path) {
        var tree = Trees.tree(LEAVES.subList(0, size));

        assertThat(tree.inclusion(index)).isEqualTo(hashes(path));
        assertThat(Proofs.includes(index, size, LEAVES.get(index), hashes(path), ROOTS.get(size - 1)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 1 | ''
            1 | 8 | 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4
            6 | 8 | 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
            2 | 5 | 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b
            6 | 7 | 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
            """)
    void theProofsOfConsistencyAreThePublishedOnes(int first, int second, String proof) {
        var tree = Trees.tree(LEAVES.subList(0, second));

        assertThat(tree.consistency(first)).isEqualTo(hashes(proof));
        assertThat(Proofs.consistent(first, second, ROOTS.get(first - 1), ROOTS.get(second - 1), hashes(proof)))
                .isTrue();
    }

    @Test
    void nothingIsProvedOfLeavesThatATreeDoesNotHave() {
        var tree = Trees.tree(LEAVES);

        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(8));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(9));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
    }

    @Test
    void theEmptyTreeIsContinuedByEveryTree() {
        var root = ROOTS.getLast();

        assertThat(Proofs.consistent(0, 8, Hash.EMPTY, root, List.of())).isTrue();
        assertThat(Proofs.consistent(0, 8, root, root, List.of())).isFalse();
        assertThat(Proofs.consistent(0, 8, Hash.EMPTY, root, ROOTS)).isFalse();
        assertThat(Proofs.consistent(8, 7, root, ROOTS.get(6), List.of())).isFalse();
        assertThat(Proofs.consistent(7, 8, ROOTS.get(6), root, List.of())).isFalse();
        assertThat(Proofs.includes(0, 0, Hash.EMPTY, List.of(), Hash.EMPTY)).isFalse();
    }

    private static List<Hash> hashes(String hex) {
        return Stream.of(hex.split("\\s+"))
                .filter(hash -> !hash.isEmpty())
                .map(hash -> Hash.of(HexFormat.of().parseHex(hash)))
                .toList();
    }
}
