"""OneRoster exports of a small school, in both versions, brought in, changed and brought in again."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kiosk.cli import run
from kiosk.errors import UsageError
from kiosk.server import classes, devices, enrolling, students
from kiosk.server.database import Database, default_url
from kiosk.server.oneroster import Export, read_export
from kiosk.server.roster import roster_of
from kiosk.server.roster_files import Row, read_files
from kiosk.server.roster_import import Report, import_export
from tests.server.schoolhouse import on_both

type Files = dict[str, str]

ORGS = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\nnorth,,,North School,school,,\n"
CLASSES = """sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,schoolSourcedId
c-3b,,,3b,3,x,3B,homeroom,north
c-art,,,Art,3,x,ART-1,scheduled,north
"""
USERS = """sourcedId,status,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,grades,password
u-ana,,true,north,student,ana,Ana,Silva,Ana@example.com,"3,4",hunter2
u-ben,,true,north,student,ben@example.com,Ben,Okoro,,3,hunter2
u-tea,,true,north,teacher,tea,Tea,Cher,tea@example.com,,hunter2
"""
ENROLLMENTS = """sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role,primary
e-1,,c-3b,north,u-ana,student,
e-2,,c-art,north,u-ana,student,
e-3,,c-3b,north,u-ben,student,
e-4,,c-3b,north,u-tea,teacher,true
"""
V11: Files = {"orgs.csv": ORGS, "classes.csv": CLASSES, "users.csv": USERS, "enrollments.csv": ENROLLMENTS}

USERS_12 = """\ufeff familyName ,givenName,preferredGivenName,sourcedId,email,enabledUser,grades,custom,username
Silva,Anastasia,Ana,u-ana,ana@example.com,true,3,x,
Okoro,Ben,,u-ben,ben@example.com,true,3,x,
Cher,Tea,,u-tea,tea@example.com,true,,x,
"""
ROLES_12 = """sourcedId,status,userSourcedId,roleType,role,orgSourcedId
r-1,active,u-ana,primary,student,north
r-2,active,u-ben,primary,student,north
r-3,active,u-tea,primary,teacher,north
"""
V12: Files = {**V11, "Users.CSV": USERS_12, "roles.csv": ROLES_12}
del V12["users.csv"]


def parsed(files: Mapping[str, str], folder: Path, *, delta: bool = False) -> Export:
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return read_export(read_files(folder), delta=delta)


@pytest.fixture
def bring_in(database: Database, tmp_path: Path) -> Callable[..., Report]:
    def bring(files: Files, *, delta: bool = False) -> Report:
        with database.write() as db:
            return import_export(db, parsed(files, tmp_path / "export", delta=delta), 1_000)

    return bring


def everyone(database: Database) -> list[tuple[str, str, str | None]]:
    with database.read() as db:
        return [(student.name, student.email, student.school_class) for student in students.everyone(db)]


def class_list(database: Database) -> dict[str, int]:
    with database.read() as db:
        return {each.name: each.students for each in classes.every_class(db)}


def with_row(files: Files, name: str, row: str) -> Files:
    return {**files, name: f"{files[name]}{row}\n"}


def without(files: Files, name: str, key: str) -> Files:
    return {**files, name: "".join(line for line in files[name].splitlines(True) if not line.startswith(f"{key},"))}


@on_both
@pytest.mark.parametrize("files", [V11, V12], ids=["1.1", "1.2"])
def test_a_school_is_brought_in_and_the_second_time_changes_nothing(
    bring_in: Callable[..., Report], database: Database, files: Files
) -> None:
    report = bring_in(files)
    assert report.added == ["class 3b", "class Art", "Ana Silva (ana@example.com)", "Ben Okoro (ben@example.com)"]
    assert report.moved == ["Ana Silva (ana@example.com) to 3b, Art", "Ben Okoro (ben@example.com) to 3b"]
    assert (report.changed, report.removed, report.faults) == ([], [], [])
    assert everyone(database) == [("Ana Silva", "ana@example.com", "3b"), ("Ben Okoro", "ben@example.com", "3b")]
    assert class_list(database) == {"3b": 2, "Art": 1}
    assert bring_in(files) == Report()


def test_a_kiosk_of_the_class_is_told_names_grades_and_pictures(
    bring_in: Callable[..., Report], database: Database
) -> None:
    bring_in(V11)
    with database.write() as db:
        device, _ = enrolling.enrol(db, enrolling.new_code(db, ["3b"], 15, 0).text, "Window 3", 0)
        told = roster_of(db, device)["students"]
    assert [(each["name"], each["grade"], each["avatar"]) for each in told] == [
        ("Ana Silva", "3", "fox"),
        ("Ben Okoro", "3", "sun"),
    ]
    assert devices.Device.__name__ not in str(told)


@on_both
def test_what_changed_moved_and_went_is_done_and_told(bring_in: Callable[..., Report], database: Database) -> None:
    bring_in(V11)
    changed = with_row(V11, "classes.csv", "c-4a,,,4a,4,x,4A,homeroom,north")
    changed = {
        **changed,
        "users.csv": changed["users.csv"].replace("Ana,Silva", "Ana,Costa"),
        "enrollments.csv": changed["enrollments.csv"]
        .replace("e-1,,c-3b", "e-1,,c-4a")
        .replace("e-2,,c-art", "x,,c-4a"),
    }
    changed = without(without(without(changed, "users.csv", "u-ben"), "enrollments.csv", "e-3"), "classes.csv", "c-art")
    report = bring_in(changed)
    assert report.added == ["class 4a"]
    assert report.changed == ["Ana Silva (ana@example.com): name Ana Silva is Ana Costa now"]
    assert report.moved == ["Ana Costa (ana@example.com) from 3b to 4a"]
    assert report.removed == ["class Art", "Ben Okoro (ben@example.com)"]
    assert everyone(database) == [("Ana Costa", "ana@example.com", "4a")]
    assert class_list(database) == {"3b": 0, "4a": 1}
    assert bring_in(changed) == Report()


def test_who_was_removed_comes_back_as_the_same_student(bring_in: Callable[..., Report], database: Database) -> None:
    bring_in(V11)
    with database.read() as db:
        before = students.find(db, "ben@example.com").id
    bring_in(without(without(V11, "users.csv", "u-ben"), "enrollments.csv", "e-3"))
    assert bring_in(V11).added == ["Ben Okoro (ben@example.com)"]
    with database.read() as db:
        assert students.find(db, "ben@example.com").id == before


def test_what_was_made_by_hand_is_taken_over_or_left_alone(bring_in: Callable[..., Report], database: Database) -> None:
    with database.write() as db:
        ana = students.add(db, "Ana", "ana@example.com", "3b", 0).id
        students.add(db, "Zoe", "zoe@example.com", "Club", 0)
    report = bring_in(V11)
    assert report.added == ["class Art", "Ben Okoro (ben@example.com)"]
    with database.read() as db:
        assert students.find(db, "ana@example.com").id == ana
    assert ("Zoe", "zoe@example.com", "Club") in everyone(database)
    assert bring_in(V11) == Report()


def test_next_years_class_of_the_same_name_is_this_one(bring_in: Callable[..., Report], database: Database) -> None:
    bring_in(V11)
    bring_in(without(without(without(V11, "classes.csv", "c-3b"), "enrollments.csv", "e-1"), "enrollments.csv", "e-3"))
    assert "3b" not in class_list(database)
    next_year = {name: text.replace("c-3b", "c-3b-next") for name, text in V11.items()}
    bring_in(next_year)
    assert class_list(database) == {"3b": 2, "Art": 1}
    assert bring_in(next_year) == Report()


def test_two_classes_of_one_title_are_told_apart(bring_in: Callable[..., Report], database: Database) -> None:
    files = with_row(V11, "classes.csv", "c-art2,,,Art,3,x,ART-2,scheduled,north")
    bring_in(files)
    assert class_list(database) == {"3b": 2, "Art": 1, "Art (ART-2)": 0}
    assert bring_in(files) == Report()


def test_an_export_of_one_school_leaves_the_others_alone(bring_in: Callable[..., Report], database: Database) -> None:
    bring_in(V11)
    south = {
        name: text.replace("north", "south").replace("North", "South").replace("c-", "s-").replace("u-", "v-")
        for name, text in V11.items()
    }
    south["users.csv"] = south["users.csv"].replace("na@", "nne@").replace("ben@", "bill@")
    south["enrollments.csv"] = south["enrollments.csv"].replace("e-", "f-")
    assert bring_in(south).removed == []
    assert class_list(database) == {"3b": 2, "3b (3B)": 2, "Art": 1, "Art (ART-1)": 1}
    assert bring_in(V11) == bring_in(south) == Report()


@pytest.mark.parametrize("by", ["the manifest", "the option"])
def test_a_delta_leaves_what_it_does_not_name(bring_in: Callable[..., Report], database: Database, by: str) -> None:
    bring_in(V12)
    delta = {
        "classes.csv": "sourcedId,status,title,schoolSourcedId\n",
        # the role is not repeated for whom only the name has changed
        "users.csv": "sourcedId,status,givenName,familyName,email,grades\n"
        "u-ben,active,Benjamin,Okoro,ben@example.com,3\nu-new,active,No,Role,no@example.com,3\n",
        "enrollments.csv": "sourcedId,status,classSourcedId,userSourcedId,role\ne-2,tobedeleted,,,student\n",
    }
    if by == "the manifest":
        delta["manifest.csv"] = "propertyName,value\noneroster.version,1.2\nfile.users,delta\n"
    report = bring_in(delta, delta=by == "the option")
    assert report.changed == ["Ben Okoro (ben@example.com): name Ben Okoro is Benjamin Okoro now"]
    assert report.moved == ["Ana Silva (ana@example.com) from Art"]
    assert (report.added, report.removed, report.faults) == ([], [], [])
    report = bring_in(
        {**delta, "users.csv": "sourcedId,status\nu-ben,tobedeleted\n", "enrollments.csv": "sourcedId\n"}, delta=True
    )
    assert report.removed == ["Benjamin Okoro (ben@example.com)"]
    assert everyone(database) == [("Ana Silva", "ana@example.com", "3b")]


@pytest.mark.parametrize(
    ("name", "row", "fault"),
    [
        ("users.csv", "u-x,,true,north,student,x,X,Y,,3,", "users.csv, line 5: the student has no e-mail address"),
        ("users.csv", "u-x,,true,north,student,x,,,x@example.com,3,", "users.csv, line 5: the student has no name"),
        ("users.csv", ",,true,north,student,x,X,Y,x@example.com,3,", "users.csv, line 5: the row has no sourcedId"),
        ("users.csv", "u-x,,true,north,student,x,X,Y,ana@example.com,3,", "line 5: another student has the address"),
        ("users.csv", "u-ana,,true,north,student,x,X,Y,x@example.com,3,", "line 5: the sourcedId u-ana stands here"),
        ("classes.csv", "c-x,,,,3,x,,scheduled,north", "classes.csv, line 4: the class has neither title"),
        ("enrollments.csv", "e-9,,c-none,north,u-ana,student,", "enrollments.csv, line 6: there is no class c-none"),
        ("enrollments.csv", "e-9,,c-3b,north,u-none,student,", "enrollments.csv, line 6: there is no user u-none"),
        ("enrollments.csv", "e-9,,,north,u-ana,student,", "enrollments.csv, line 6: the enrollment names no class"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_the_others_are_good(
    bring_in: Callable[..., Report], database: Database, name: str, row: str, fault: str
) -> None:
    report = bring_in(with_row(V11, name, row))
    assert len(report.faults) == 1
    assert fault in str(report.faults[0])
    assert len(everyone(database)) == 2


def test_the_password_is_dropped_where_it_is_read(tmp_path: Path) -> None:
    parsed(V11, tmp_path / "export")
    assert "hunter2" not in repr(read_files(tmp_path / "export"))


def test_a_column_is_found_by_its_name_in_any_order_and_case() -> None:
    assert Row("users.csv", 2, {"sourcedid": "u"})["sourcedId"] == "u"
    assert Row("users.csv", 2, {})["sourcedId"] == ""


# -- the files ---------------------------------------------------------------------------------------------


def zipped(files: Mapping[str, str], folder: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"{folder}{name}", text)
    return data.getvalue()


@pytest.mark.parametrize("folder", ["", "export/"])
def test_a_zip_is_read_without_unpacking_it(tmp_path: Path, folder: str) -> None:
    (tmp_path / "export.zip").write_bytes(zipped({**V11, "old/users.csv": "sourcedId\n"}, folder))
    assert len(read_export(read_files(tmp_path / "export.zip")).students) == 2
    assert [file.name for file in tmp_path.iterdir()] == ["export.zip"]


def test_what_is_no_export_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no OneRoster export"):
        read_files(tmp_path)
    with pytest.raises(UsageError, match="is not a zip file that can be read"):
        read_files(tmp_path / "none")
    (tmp_path / "export.zip").write_bytes(zipped(V11)[:-40])
    with pytest.raises(UsageError, match="is not a zip file that can be read"):
        read_files(tmp_path / "export.zip")
    (tmp_path / "users.csv").write_bytes(b"sourcedId\nJos\xe9\n")
    with pytest.raises(UsageError, match=r"users\.csv, line 2: this is not UTF-8"):
        read_files(tmp_path)


# -- the command -------------------------------------------------------------------------------------------


def test_the_command_tells_first_changes_then_and_takes_all_or_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "export"
    parsed(V11, export)

    def say(*words: str) -> str:
        run(["--data-dir", f"{tmp_path}", "server", "roster", "import", f"{export}", *words])
        return capsys.readouterr().out

    assert "added:   class 3b\n" in say("--dry-run")
    assert "Nothing was changed; without --dry-run it is.\n" in say("--dry-run")
    assert "moved:   Ana Silva (ana@example.com) to 3b, Art\n" in say()
    assert say() == "Everything is here already; nothing changes.\n"

    parsed(with_row(with_row(V11, "users.csv", "u-x"), "classes.csv", "c-4a,,,4a,4,x,,,north"), export)
    (export / "users.csv").write_text(with_row(V11, "users.csv", "u-x,,true,,student,x,X,Y,,,")["users.csv"], "utf-8")
    with pytest.raises(UsageError, match="1 row cannot be used, so nothing was changed"):
        say()
    assert "users.csv, line 5: the student has no e-mail address" in capsys.readouterr().err
    database = Database(default_url(tmp_path / "server"))
    assert "4a" not in class_list(database)
    say("--skip-bad")
    assert "4a" in class_list(database)
    database.close()
