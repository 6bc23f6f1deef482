import java.io.File;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF's verdict on files: `Judge ua1,2a FILE…`. Exit 0: every file passed every profile. */
public class Judge {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean passed = true;
        for (int i = 1; i < arguments.length; i++) {
            for (String profile : arguments[0].split(",")) {
                passed &= judge(new File(arguments[i]), PDFAFlavour.byFlavourId(profile));
            }
        }
        System.exit(passed ? 0 : 1);
    }

    private static boolean judge(File file, PDFAFlavour profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile)) {
            ValidationResult result =
                Foundries.defaultInstance().createValidator(profile, 1000000, false, false, false).validate(parser);
            String verdict = result.isCompliant() ? "PASS" : "FAIL";
            System.out.printf("%s %s %s, %d checks%n", verdict, profile.getId(), file.getName(), result.getTotalAssertions());
            TreeMap<String, TestAssertion> failed = new TreeMap<>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    failed.putIfAbsent(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber(), each);
                }
            }
            failed.forEach((rule, each) ->
                System.out.printf("     %s %s%n       at %s%n", rule, each.getMessage(), each.getLocation().getContext()));
            return result.isCompliant();
        }
    }
}
