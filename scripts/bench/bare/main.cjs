// The least that opens a window with the settings of ours: what every figure of a window is compared with.
const { app, BrowserWindow } = require('electron');

app.enableSandbox();
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.setPath('userData', `${process.env.RAPPORT_DATA_DIR}/Runtime`);
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  window.loadFile('page.html');
});
