package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of fields with brackets: what W3C HTML JSON form submission says of them, and what multer bounds. */
class NestedFieldsTest extends FormTestCase {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            name=Bender; hind=Bitable                       | {"name":"Bender","hind":"Bitable"}
            bot=1; bot=2; bot=3                             | {"bot":["1","2","3"]}
            pet[species]=Dahut; pet[name]=Hypatia           | {"pet":{"species":"Dahut","name":"Hypatia"}}
            kids[1]=Thelma; kids[0]=Ashley                  | {"kids":["Ashley","Thelma"]}
            heart[0]=a; heart[2]=c                          | {"heart":["a",null,"c"]}
            pet[0][species]=Dahut; pet[0][name]=Hypatia; pet[1][species]=Felis | {"pet":[{"species":"Dahut","name":"Hypatia"},{"species":"Felis"}]}
            wow[such][deep][3][much][power][!]=Amaze        | {"wow":{"such":{"deep":[null,null,null,{"much":{"power":{"!":"Amaze"}}}]}}}
            mix=scalar; mix[0]=array 1; mix[2]=array 2; mix[key]=key key; mix[car]=car key | {"mix":{"0":["scalar","array 1"],"2":"array 2","key":"key key","car":"car key"}}
            mix[key]=a; mix=b                               | {"mix":{"key":"a","":"b"}}
            mix[0]=a; mix=b                                 | {"mix":["a","b"]}
            highlander[]=one                                | {"highlander":["one"]}
            a[b][]=1; a[b][]=2                              | {"a":{"b":["1","2"]}}
            error[good]=BOOM!; error[bad=BOOM BOOM!         | {"error":{"good":"BOOM!"},"error[bad":"BOOM BOOM!"}
            [a]=1; a[]b=2; a[][]=3; a]=4                    | {"[a]":"1","a[]b":"2","a[][]":"3","a]":"4"}
            a[9999999999]=1                                 | {"a":{"9999999999":"1"}}
            __proto__[x]=1; constructor=2                   | {"__proto__":{"x":"1"},"constructor":"2"}
            """)
    void body_isNestedAsNamesSay(String fields, String json) throws Exception {
        MultipartText text = MultipartText.body();
        for (String field : fields.split("; ", -1)) {
            int equals = field.indexOf('=');
            text.field(field.substring(0, equals), field.substring(equals + 1));
        }
        assertEquals(json, Json.write(parse(text.end()).body()));
    }

    @Test
    void depth_atTheLimitIsAllowed_andOneAboveIsNot() throws Exception {
        parse(MultipartText.body().field("a" + "[b]".repeat(10), "1").end());
        UploadException refusal = refusal(
                MultipartText.body().field("a" + "[b]".repeat(10) + "[]", "1").end());
        assertEquals(UploadCode.LIMIT_FIELD_NESTING, refusal.code());
        assertEquals(413, refusal.problem().status());
    }

    @Test
    void index_atTheLimitIsAllowed_andOneAboveIsNot() throws Exception {
        parse(MultipartText.body().field("a[100]", "1").end());
        UploadException refusal =
                refusal(MultipartText.body().field("a[3][101]", "1").end());
        assertEquals(UploadCode.LIMIT_FIELD_ARRAY_INDEX, refusal.code());
        assertEquals("a[3][101]", refusal.field());
    }

    @Test
    void body_cannotBeChanged() throws Exception {
        UploadForm form = parse(MultipartText.body().field("a", "1").end());
        assertThrows(UnsupportedOperationException.class, () -> form.body().put("b", "2"));
    }
}
