// Where UEditor finds the rest of itself; its configuration asks for it before anything else.
window.UEDITOR_HOME_URL = "/vendor/ueditor/example/public/ueditor/";
