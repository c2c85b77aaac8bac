// The least that Electron can show: one window with an empty page. What our window takes longer is ours.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL('data:text/html,<p>ready</p>'))
