package org.assay.karaf.internal.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.Repository;
import org.osgi.framework.Version;

/**
 * The features of regimes in our own feature repository; a feature of that name in anybody else's is not seen.
 *
 * <p>Asks the container each time; never changes anything and never waits for an operation on features.
 */
final class RegimeFeatures {
    private static final String PREFIX = "assay-regime-";
    private static final String REPOSITORY = "mvn:org.assay/features/";

    private final FeaturesService features;

    RegimeFeatures(FeaturesService features) {
        this.features = features;
    }

    /** The newest feature of every regime, by the regime's id. */
    SortedMap<String, Feature> newest() throws Exception {
        SortedMap<String, Feature> newest = new TreeMap<>();
        for (Feature feature : ours()) {
            newest.merge(id(feature), feature, RegimeFeatures::newer);
        }
        return newest;
    }

    /** The newest feature of one regime. */
    Optional<Feature> newest(String id) throws Exception {
        return Optional.ofNullable(newest().get(id));
    }

    /** What is installed of one regime, whichever repository it came from: normally one version or none. */
    List<Feature> installed(String id) throws Exception {
        return Arrays.stream(features.listInstalledFeatures())
                .filter(feature -> feature.getName().equals(PREFIX + id))
                .toList();
    }

    private Collection<Feature> ours() throws Exception {
        Collection<Feature> ours = new ArrayList<>();
        for (Repository repository : features.listRepositories()) {
            if (repository.getURI().toString().startsWith(REPOSITORY)) {
                Arrays.stream(repository.getFeatures())
                        .filter(feature -> feature.getName().startsWith(PREFIX))
                        .forEach(ours::add);
            }
        }
        return ours;
    }

    private static String id(Feature feature) {
        return feature.getName().substring(PREFIX.length());
    }

    private static Feature newer(Feature one, Feature other) {
        Comparator<Feature> byVersion = Comparator.comparing(RegimeFeatures::version);
        return byVersion.compare(one, other) >= 0 ? one : other;
    }

    /** Maven writes 1.0.0-SNAPSHOT, OSGi 1.0.0.SNAPSHOT. */
    private static Version version(Feature feature) {
        return Version.parseVersion(feature.getVersion().replaceFirst("-", "."));
    }
}
